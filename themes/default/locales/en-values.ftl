# Words that the program puts into pages. The templates' words are in en.ftl.
home = Home
shelf-case = Cases
shelf-role = Roles
shelf-principle = Principles
shelf-process = Processes
shelf-worksheet = Forms
shelf-meeting = Meetings
shelf-session = Session plans
shelf-glossary = Glossary
shelf-map = Curriculum map
heading-anchor = Link to the heading “{ $heading }”
count-stages = { $n ->
    [one] one stage
   *[other] { $n } stages
}
count-members = { $n ->
    [one] one principle
   *[other] { $n } principles
}
count-tensions = { $n ->
    [one] one dilemma
   *[other] { $n } dilemmas
}
count-duties = { $n ->
    [one] involved at one stage
   *[other] involved at { $n } stages
}
count-sections = { $n ->
    [one] one section
   *[other] { $n } sections
}
count-fields = { $n ->
    [one] one field
   *[other] { $n } fields
}
field-when = Only if “{ $field }” is “{ $answer }”
diagram-title = Diagram of “{ $title }”
diagram-cycle = The stages in order. The last one leads back to the first.
diagram-path = The stages in order.
diagram-back = Ways back:

# Names of fields in the list of answers

my-answers = My answers
asked-part = { $label }: { $part }
asked-evidence = { $criterion }: evidence
session-people = { $sizes } people
count-roles = { $n ->
    [one] { $n } role card
   *[other] { $n } role cards
}

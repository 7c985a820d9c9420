# Words that Rust asks for while it makes the pages. The templates' words are in en.ftl.
home = Home
shelf-case = Cases
shelf-role = Roles
shelf-principle = Principles
shelf-process = Processes
shelf-worksheet = Forms
shelf-meeting = Meetings
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
    [one] one scene of tension
   *[other] { $n } scenes of tension
}
count-duties = { $n ->
    [one] acts at one stage
   *[other] acts at { $n } stages
}
count-sections = { $n ->
    [one] one section
   *[other] { $n } sections
}
count-fields = { $n ->
    [one] one field
   *[other] { $n } fields
}
field-when = where “{ $field }” is “{ $answer }”
diagram-title = Diagram of “{ $title }”
diagram-cycle = The stages follow each other in this order, and the last leads to the first again.
diagram-path = The stages follow each other in this order.
diagram-back = Ways back:

# Names of fields in the list of answers

my-answers = My answers
asked-part = { $label }: { $part }
asked-evidence = { $criterion }: evidence
count-roles = { $n ->
    [one] { $n } role card
   *[other] { $n } role cards
}

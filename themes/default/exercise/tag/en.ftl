# Words of the exercise kind tag.

exercise-kind-tag = Tag sentences
how-tag = Choose one tag for each sentence. Skip any you’re unsure about and come back to them.
how-tag-several = Choose every tag that fits a sentence. A sentence can have none.
tag-none = No tag
after-tag = The tags side by side
after-tag-lead = A different answer isn’t necessarily wrong. Discuss which words led you to it.

# Words of the exercise kind tag.

exercise-kind-tag = Mark sentences
how-tag = Choose one mark for each sentence. You may leave the doubtful ones until later.
how-tag-several = Choose every mark that fits a sentence. A sentence may have none.
tag-none = No mark
after-tag = The marks side by side
after-tag-lead = A difference need not be a mistake. Talk about which words made you read it so.

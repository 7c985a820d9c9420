# Words of the field type person.

person-name = Name used here
person-age = Age
person-relation = Relationship
person-label = Name used here

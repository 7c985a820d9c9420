# Words of the field type choices.

choose-many = Mark all that apply

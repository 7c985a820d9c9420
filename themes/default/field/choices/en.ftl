# Words of the field type choices.

choose-many = Choose all that apply

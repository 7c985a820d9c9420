# Words of the field type choice.

choose-one = Mark one

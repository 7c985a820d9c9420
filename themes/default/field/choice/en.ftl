# Words of the field type choice.

choose-one = Choose one

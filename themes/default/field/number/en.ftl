# Words of the field type number.

range = { " " }({ $min }–{ $max })

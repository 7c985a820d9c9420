# Words of the field type diagram.

diagram-how = On paper, you can draw by hand. Here, describe in words what belongs in the drawing.

# Words of the field type diagram.

diagram-how = You can draw by hand on the printed page. Here, write in words what belongs in the drawing.

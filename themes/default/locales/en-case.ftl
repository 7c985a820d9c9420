# Words of the exercises that think a case through: branching interviews, cases read stage by stage.

choose = Please choose

staged-sure-low = (cannot tell yet)
staged-sure-high = (quite certain)

diagram-genogram = The family (genogram)
diagram-ecomap = Ties (ecomap)
diagram-timeline = Timeline
diagram-week = A week
diagram-changed = Something has changed at this stage
diagram-in-words = The diagram in words

# What scripts say in interviews and staged cases
diagram-new = From this stage on
diagram-gone = Until the stage before
diagram-related = Draw the lines of relations
diagram-letters = Show letters (A, B …) instead of names
figure-large = View large
figure-svg = Save as SVG
figure-png = Save as PNG
figure-text = Copy as text
figure-copied = Copied
figure-failed = That did not work. Please try again.
figure-close = Close

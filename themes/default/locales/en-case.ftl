# Words of the exercises that think a case through: branching interviews, cases read stage by stage.

print-case-short = Print it short (each diagram once)
print-case-stages = Print stage by stage (each on its own page)
choose = Please choose

staged-sure-low = (can’t tell yet)
staged-sure-high = (quite certain)

diagram-genogram = The family (genogram)
diagram-ecomap = Ties (ecomap)
diagram-timeline = Timeline
diagram-week = A week
diagram-changed = The diagram changes at this stage
diagram-in-words = Description of the diagram

# What scripts say in interviews and staged cases
diagram-new = From this stage on
diagram-gone = Until the previous stage
diagram-related = Show relationship lines
diagram-letters = Show letters (A, B …) instead of names
figure-large = Enlarge
figure-svg = Save as SVG
figure-png = Save as PNG
figure-text = Copy as text
figure-copied = Copied
figure-failed = That didn’t work. Please try again.
figure-close = Close

# Words of the exercise kind rubric.

exercise-kind-rubric = Self-assessment

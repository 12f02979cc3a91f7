"""From annotated passages to a model folder. The only room that imports a training framework."""

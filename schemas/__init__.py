"""What things are: frozen value types and the definition of every table."""

"""How a person signs in to an account and keeps it safe."""

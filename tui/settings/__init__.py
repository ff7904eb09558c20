"""Settings: flags, then environment, then the configuration file."""

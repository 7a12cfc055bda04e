"""What has been agreed in styringsdialoger."""

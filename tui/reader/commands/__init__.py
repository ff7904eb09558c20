"""What each action does: functions that change the session and tell the screen."""

"""Forms for people without the application: made for one of them each, and taken in when filled."""

"""The timeline printed in other formats: for spreadsheets, calendars, feed readers, pages."""

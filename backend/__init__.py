"""The city's services behind the front door: rules, data, jobs, REST."""

"""Munich's open-source appointment system (ZMS) behind the ports, through its citizen API.

Source: https://github.com/it-at-m/eappointment, `zmscitizenapi/routing.php` and
`zmsentities/schema/citizenapi`.
"""

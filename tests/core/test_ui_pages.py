"""The page of components, the look, and the rules of the style sheets."""

import re
from itertools import product
from pathlib import Path

import pytest
from django.conf.urls.i18n import i18n_patterns
from django.http import Http404
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import include, path

from madang.core.ui import texts
from madang.core.ui.design import design
from madang.core.ui.look import look
from madang.core.ui.tags.actions import TONE_ICONS
from madang.core.ui.tags.time import DEADLINE_ICONS
from madang.core.ui.templatetags.ui import register
from madang.kernel.words import Words

UI = Path(texts.__file__).parent
STATIC = UI / "static" / "madang"
LOOKS = ("light", "dark", "contrast")
GROUNDS = {
    "ink": ("ground", "surface", "sunken"),
    "ink-soft": ("ground", "sunken"),
    "ink-faint": ("ground", "surface", "sunken", "level-0"),
    "link": ("ground", "surface", "sunken", "soft"),
    "ink-strong": ("ground", "level-1", "level-2", "level-3", "level-4", "soft"),
    "on-fill": ("fill", "fill-hover", "danger-fill", "danger-fill-hover"),
    **{
        f"{tone}-ink": (f"{tone}-ground", "ground", "surface")
        for tone in ("info", "success", "warning", "danger")
    },
    "neutral-ink": ("neutral-ground",),
}


urlpatterns = i18n_patterns(path("", include("madang.core.ui.urls")), prefix_default_language=False)


def reader(request: object) -> dict[str, object]:
    """What the layout is told of a signed-in officer."""
    return {
        "navigation": [(Words("지도·특구", "Zones"), "/zones/", True)],
        "other_language_path": "/en/design/",
        "actor_label": Words("중소벤처기업부", "Ministry of SMEs and Startups"),
        "delegation_label": Words("대리", "Acting for another"),
        "demo": True,
    }


@pytest.fixture(autouse=True)
def only_the_looks(settings):
    """Nothing but the components: no database, no session, no other pages."""
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = ["django.middleware.locale.LocaleMiddleware"]
    options = settings.TEMPLATES[0]["OPTIONS"]
    processors = ["django.template.context_processors.request", f"{__name__}.reader"]
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "OPTIONS": {**options, "context_processors": processors}}]


@pytest.fixture
def pages() -> dict[str, str]:
    """The page of components in both languages and both layouts."""
    addresses = ("/design/", "/en/design/", "/design/?layout=office", "/en/design/?layout=office")
    return {address: Client().get(address).content.decode() for address in addresses}


def tokens(look: str) -> dict[str, str]:
    """The values of one look, with the palette that they refer to."""
    sheet = (STATIC / "css" / "tokens.css").read_text()
    blocks = re.findall(r'(:root(?:\[data-look="(\w+)"\])?) \{(.*?)\n\s*\}', sheet, re.DOTALL)
    values: dict[str, str] = {}
    for _, wanted, body in blocks:
        if wanted in ("", look):
            values |= dict(re.findall(r"--([\w-]+): ([^;]+);", body))
    return values


def luminance(colour: str) -> float:
    """The relative luminance of WCAG."""
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def colour_of(values: dict[str, str], name: str) -> str:
    value = values[name]
    return colour_of(values, value[6:-1]) if value.startswith("var(") else value


@pytest.mark.parametrize(("look_name", "ink"), list(product(LOOKS, GROUNDS)))
def test_every_text_colour_has_enough_contrast_on_every_ground_it_stands_on(look_name, ink):
    values = tokens(look_name)
    for ground in GROUNDS[ink]:
        light, dark = sorted((luminance(colour_of(values, n)) for n in (ink, ground)), reverse=True)
        ratio = (light + 0.05) / (dark + 0.05)
        assert ratio >= 4.5, f"{look_name}: {ink} on {ground} is {ratio:.2f}"


def test_the_dark_look_of_the_device_has_the_same_values_as_the_chosen_one():
    sheet = (STATIC / "css" / "tokens.css").read_text()
    chosen, device = (
        re.findall(r"--([\w-]+): ([^;]+);", re.search(start + r" \{(.*?)\n\s*\}", sheet, re.DOTALL)[1])
        for start in (r'\[data-look="dark"\]', r":root:not\(\[data-look\]\)")
    )
    assert chosen
    assert chosen == device


def test_no_page_holds_an_inline_style_script_or_handler(pages):
    for address, page in pages.items():
        assert "<style" not in page, address
        assert not re.search(r"<[^>]+\s(style|on\w+)=", page), address
        assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page)), address


def test_ids_are_unique_on_each_page_of_components(pages):
    for address, page in pages.items():
        ids = re.findall(r'\sid="([^"]+)"', page)
        assert len(ids) > 30
        assert {i for i in ids if ids.count(i) > 1} == set(), address


def test_the_english_page_holds_no_korean_but_the_name_and_the_language_switch(pages):
    for address in ("/en/design/", "/en/design/?layout=office"):
        body = re.sub(r'<(\w+)[^>]* lang="ko"[^>]*>.*?</\1>', "", pages[address], flags=re.DOTALL)
        assert re.findall(r"[^\n>]*[가-힣][^\n<]*", body.replace("특구계획서.pdf", "")) == []


def test_every_tag_is_shown_on_the_page_of_components_or_is_part_of_the_layout():
    used = "".join(path.read_text() for path in (UI / "templates").rglob("*.html"))
    missing = [name for name in register.tags if f"{{% {name} " not in used]
    assert missing == []


def test_every_tag_and_filter_stands_in_the_reference_of_components():
    reference = (UI.parents[3] / "docs" / "reference" / "components.md").read_text()
    names = [*register.tags, *(f"|{name}" for name in register.filters)]
    assert [name for name in names if name not in reference] == []


def test_every_icon_that_a_page_or_a_table_names_is_in_the_sheet():
    sheet = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons" / "sprite.svg").read_text()))
    sources = "".join(p.read_text() for p in UI.parents[1].rglob("*") if p.suffix in (".py", ".html"))
    named = set(re.findall(r'(?:ui_icon |\bicon=)"([\w-]+)"', sources))
    assert len(named) > 15
    assert named | set(TONE_ICONS.values()) | set(DEADLINE_ICONS.values()) <= sheet


def test_style_sheets_and_scripts_leave_room_for_the_page_within_the_weight_limit():
    own = sum(p.stat().st_size for p in (*STATIC.glob("css/*.css"), *STATIC.glob("js/*.js")))
    assert own <= 110_000


def test_the_page_of_components_exists_only_in_demonstration_and_development(settings):
    settings.DEMO, settings.DEBUG = False, False
    with pytest.raises(Http404):
        design(RequestFactory().get("/design/"))


def test_the_look_is_kept_in_a_cookie_and_shown_on_the_next_page():
    client = Client()
    answer = client.get("/look/", {"look": "contrast", "next": "/design/?layout=office"})
    assert answer["Location"] == "/design/?layout=office"
    assert '<html lang="ko" data-look="contrast">' in client.get("/design/").content.decode()
    client.get("/look/", {"look": "auto", "next": "/"})
    assert '<html lang="ko">' in client.get("/design/").content.decode()


@pytest.mark.parametrize("away", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", ""])
def test_the_look_switch_never_sends_the_reader_to_another_site(away):
    answer = look(RequestFactory().get("/look/", {"look": "dark", "next": away}))
    assert answer["Location"] == "/"


def test_a_forged_look_cookie_is_ignored_by_the_layout():
    client = Client()
    client.cookies["look"] = 'x" onload="alert(1)'
    assert '<html lang="ko">' in client.get("/design/").content.decode()


def test_the_layout_stands_without_anything_that_the_context_could_tell_it(settings):
    options = settings.TEMPLATES[0]["OPTIONS"]
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "OPTIONS": {**options, "context_processors": []}}]
    page = render_to_string("layout/office.html")
    assert "<main" in page
    assert "main-nav" not in page


def test_the_official_sentence_is_shown_only_where_the_setting_says_so(settings):
    settings.OFFICIAL_BANNER = False
    page = Client().get("/design/").content.decode()
    assert "공식 누리집이 아닙니다" in page
    assert "공식 전자정부 누리집입니다" not in page
    settings.OFFICIAL_BANNER = True
    page = Client().get("/design/").content.decode()
    assert "공식 누리집이 아닙니다" not in page
    assert "공식 전자정부 누리집입니다" in page


def test_an_error_page_gives_a_way_out_and_the_number_to_quote():
    page = render_to_string("layout/error.html", {"title": "연결 끊김", "body": "x", "reference": "A1"})
    assert "<code>A1</code>" in page
    assert 'href="/"' in page

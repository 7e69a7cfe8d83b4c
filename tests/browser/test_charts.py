"""Charts for everybody: printed values, grey, forced colours, paper, a phone, and no style sheet at all."""

import base64

import pytest

from conftest import TABLE

# luminance (0 to 255) of a picture at places given in hundredths of its width, half way down
GREY = """async ([picture, places]) => {
  const image = new Image();
  image.src = "data:image/png;base64," + picture;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  const pen = canvas.getContext("2d");
  pen.filter = "grayscale(1)";
  pen.drawImage(image, 0, 0);
  return places.map((place) => pen.getImageData(Math.round(image.width * place / 100), Math.round(image.height / 2), 1, 1).data[0]);
}"""
LAST_BAR = ".chart.bars >> nth=0 >> li >> nth=-1 >> svg"
SCHEMES = ["light", "dark", "bw", "black-yellow", "blue-yellow", "cream"]


def grey(chromium, picture, *places):
    page = chromium.new_page()
    found = page.evaluate(GREY, [base64.b64encode(picture).decode(), places])
    page.close()
    return found


def far_apart(one, other):
    """At least 3:1 in relative luminance, of two greys."""
    low, high = sorted((grey / 255) ** 2.2 for grey in (one, other))
    return (high + 0.05) / (low + 0.05) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_bar_and_track_differ_in_grey(window, base, chromium, scheme):
    page = window().open(f"{base}{TABLE}?scheme={scheme}")
    # the last bar is 72% long
    bar, track = grey(chromium, page.locator(LAST_BAR).screenshot(), 30, 90)
    assert far_apart(bar, track)


def test_own_place_differs_from_the_others_in_grey(window, base, chromium):
    page = window().open(base + TABLE)
    # 第2 of five places in 192 px
    other, own = grey(chromium, page.locator(".dots svg").first.screenshot(), 12 / 1.92, 48 / 1.92)
    assert far_apart(own, other)


def test_forced_colours_keep_bars(window, base, chromium):
    page = window(forced_colors="active", color_scheme="dark").open(base + TABLE)
    bar, track = grey(chromium, page.locator(LAST_BAR).screenshot(), 30, 90)
    assert far_apart(bar, track)


def test_bars_are_printed_without_backgrounds(window, base, chromium):
    page = window().open(base + TABLE)
    page.emulate_media(media="print")
    page.evaluate(
        "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }",
        "*{background:none!important}",
    )
    bar, track = grey(chromium, page.locator(LAST_BAR).screenshot(), 30, 90)
    assert far_apart(bar, track)


def test_chart_without_style_sheets_is_a_list_with_bars(window, base, chromium):
    made = window()
    made.context.route("**/gongkai.css", lambda route: route.fulfill(body="", content_type="text/css"))
    page = made.open(base + TABLE)
    assert page.locator(".chart li").first.inner_text().split() == ["行政审批单位进驻率", "100%"]
    bar, track = grey(chromium, page.locator(LAST_BAR).screenshot(), 30, 90)
    assert far_apart(bar, track)


@pytest.mark.parametrize("view", ["desktop", "phone", "narrow"])
def test_axis_is_as_wide_as_its_bars_and_values_stay_in_the_window(window, base, view):
    page = window(view).open(base + TABLE)
    for chart in page.locator(".chart.bars").all():
        bar, axis = chart.locator("svg").first.bounding_box(), chart.locator(".axis").bounding_box()
        assert abs(bar["x"] - axis["x"]) < 1
        assert abs(bar["width"] - axis["width"]) < 1
    right = page.evaluate(
        "Math.max(...[...document.querySelectorAll('.chart .how')].map((e) => e.getBoundingClientRect().right))"
    )
    assert right <= page.viewport_size["width"]


def test_places_are_numbered_under_their_rings(window, base):
    page = window().open(base + TABLE)
    rings, numbers = (
        page.evaluate(
            "s => [...document.querySelectorAll(s)].map((e) => { const r = e.getBoundingClientRect(); return r.x + r.width / 2; })",
            what,
        )
        for what in (".dots li:first-child circle", ".places text")
    )
    assert len(rings) == len(numbers) == 5
    assert all(abs(ring - number) < 3 for ring, number in zip(rings, numbers, strict=True))


def test_chart_is_a_named_figure_with_a_list(window, base):
    tree = window().open(base + TABLE).locator(".chart").first.aria_snapshot()
    assert "- figure" in tree
    assert "- listitem: 行政审批单位进驻率 100%" in tree

"""The parts of a tool's page, as a reader finds them."""

from playwright.sync_api import Locator, Page, Route, expect

MOST_STOPS = 60
REFUSE_TO_COPY = """
Object.defineProperty(navigator, 'clipboard', { value: undefined })
document.execCommand = () => false
"""
"""A browser that lets no page copy, as in many frames."""


def area(page: Page, name: str) -> Locator:
    """A part of the tool's frame: status, answer, failure, errors, actions, …"""
    return page.locator(f"[data-part='{name}']")


def field(page: Page, path: str) -> Locator:
    """The control for a field of the record."""
    return page.locator(f"#field-{path.replace('.', '-')}")


def open_more(page: Page) -> None:
    """Open what stands behind a fold of the form."""
    page.evaluate("for (const fold of document.querySelectorAll('form details')) fold.open = true")


def say_when_it_ended(page: Page, day: str = "2026-11-20", at: str = "18:30") -> None:
    """Type when the interview ended, and wait for the first answer."""
    field(page, "ended_on").fill(day)
    field(page, "ended_at").fill(at)
    expect_answer(page)


def expect_answer(page: Page) -> None:
    """Wait until the reader's own answer stands in the place of the example."""
    expect(page.locator(".pb-tool-example")).to_have_count(0)
    expect(area(page, "actions")).to_be_visible()


def stored(page: Page) -> dict[str, str]:
    """Everything that the browser keeps for this site."""
    stored: dict[str, str] = page.evaluate(
        "({session: JSON.stringify(sessionStorage), local: JSON.stringify(localStorage),"
        " cookie: document.cookie})"
    )
    return stored


def tab_to(page: Page, selector: str, most: int = MOST_STOPS) -> None:
    """Press Tab until the focus is there."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    message = f"{selector} can't be reached with the Tab key"
    raise AssertionError(message)


def share(page: Page) -> None:
    """Make the tool what a career centre sets up for a shared computer."""

    def add(route: Route) -> None:
        response = route.fetch()
        body = response.text().replace("<playbook-tool", "<playbook-tool data-kiosk")
        route.fulfill(response=response, body=body)

    page.route("**/tools/timeline/", add)

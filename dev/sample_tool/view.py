"""The wait as a Page: a sentence, and the rule behind it."""

from dev.sample_tool.rules import Wait
from playbook.render import isolated
from playbook.rulebook import Rulebook
from playbook.tool import Page, Request
from playbook.tools.cited import cited_rules


def sample_page(request: Request, wait: Wait, rulebook: Rulebook) -> Page:
    """Show how long the reader has waited."""
    status = rulebook.say(
        "tools/sample/sentences.toml",
        "long" if request.today >= wait.long_on else "short",
        days=wait.days,
        long_on=wait.long_on,
        today=request.today,
        employer=isolated(request.interview.employer),
    )
    rules = cited_rules(rulebook.tools["sample"].values(), rulebook)
    return Page(
        status=status,
        html=rulebook.view("tools/sample/view.html.jinja", status=status, rules=rules),
        text=f"{status}\n",
    )

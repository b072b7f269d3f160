"""The command ``kzvn``.  Heavy modules are imported by the command that needs them."""

from __future__ import annotations

import errno
import gc
import os

import click

from ..errors import KzvnError, mendable
from .clippings import explain, parse, review
from .releases import diff, prepare, preview, render, verify

# Objects that may be made before the next look for garbage.  What a command imports stays: with Python's 700, a short
# command looked through it for a tenth of its time.
_UNLOOKED = 100_000


class _Commands(click.Group):
    """Turns a problem the user can mend into one line and an exit code."""

    def main(self, *arguments: object, **more: object):
        gc.set_threshold(_UNLOOKED, *gc.get_threshold()[1:])
        if "_KZVN_COMPLETE" in os.environ:  # the shell asks what to offer
            from .. import completion  # noqa: F401  it makes itself known
        return super().main(*arguments, **more)

    def invoke(self, ctx: click.Context):
        try:
            return super().invoke(ctx)
        except (KzvnError, OSError) as error:
            if isinstance(error, OSError) and error.errno == errno.EPIPE:  # the reader of a pipe has gone
                raise  # click ends quietly
            problem = mendable(error)
        click.echo(f"kzvn: {problem}", err=True)
        ctx.exit(problem.exit_code)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="kzvn-analysis", prog_name="kzvn")
def main() -> None:
    """From a folder of news clippings to an auditable briefing on Kazakhstan–Viet Nam relations.

    \b
    Examples:
      kzvn parse seeds --out tables     read the clippings into tidy tables
      kzvn render                       make the briefing, HTML and PDF
      kzvn preview                      see it in the browser while you work
      kzvn diff                         see what the newest release changed
      kzvn verify                       make the newest release again, byte for byte
      kzvn review                       see what deserves a human eye
      kzvn explain ROW                  see where a row comes from; ROW is a fact_id of the tables

    Folders that are not named are those of the project around the working folder: seeds/ for the
    clippings, briefings/ for the releases.

    Exit codes: 0 done, 1 something in the input is wrong, 2 the call is wrong.
    """


@main.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the script that makes Tab complete kzvn's commands, options, rows, versions and parameters in SHELL.

    \b
    Once, for every new terminal:
      bash   echo 'eval "$(kzvn completion bash)"' >> ~/.bashrc
      zsh    echo 'eval "$(kzvn completion zsh)"' >> ~/.zshrc       after the line with compinit
      fish   kzvn completion fish > ~/.config/fish/completions/kzvn.fish

    \b
    Example, in this terminal only:
      eval "$(kzvn completion bash)"

    The shell must find kzvn: activate its environment, or put its folder on the PATH.
    """
    from ..completion import script

    click.echo(script(shell), nl=False)


for _command in (parse, render, preview, verify, prepare, explain, review, diff):
    main.add_command(_command)

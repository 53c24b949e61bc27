"""``frontdoor``: everything an operator does on the command line."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from frontdoor.users_cli import app as users

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.add_typer(users, name="users")


@app.callback()
def main() -> None:
    """Duisburg Front Door."""


@app.command()
def run() -> None:
    """Start everything and keep it running until Ctrl-C."""
    from frontdoor.running import run_everything

    run_everything()


@app.command()
def serve(
    part: Annotated[str, typer.Argument(help="connectors, actions, backend or all")] = "all",
) -> None:
    """Serve one part, or all of them in one process; the engine runs beside them."""
    from frontdoor.serving import serve_parts

    serve_parts(part)


@app.command()
def train(
    force: Annotated[bool, typer.Option(help="train although nothing changed")] = False,
) -> None:
    """Train the engine's model when data, configuration or components changed."""
    from frontdoor.training import train_when_needed

    train_when_needed(force=force)


@app.command()
def parse() -> None:
    """Understand messages: one a line on stdin, one JSON a line on stdout."""
    from frontdoor.training import parse_lines

    raise typer.Exit(parse_lines())


@app.command()
def evaluate(
    file: Annotated[
        Path,
        typer.Argument(exists=True, dir_okay=False, help="TSV: lang, style, intents, text"),
    ],
    plots: Annotated[
        Path | None, typer.Option(help="folder for the plots; var/evaluation unless given")
    ] = None,
    misses: Annotated[bool, typer.Option(help="print each message not understood")] = False,
) -> None:
    """Say how well the messages in a labelled file are understood, with plots."""
    from frontdoor.training import evaluate_file

    raise typer.Exit(evaluate_file(file, plots, misses=misses))


@app.command()
def dates() -> None:
    """Read `lang<TAB>reference<TAB>text` lines; print `start/end`, or `-` for no date."""
    from language.dates import parse_date
    from language.entities import format_interval

    for line in sys.stdin:
        try:
            language, reference, text = line.rstrip("\r\n").split("\t", 2)
            interval = parse_date(text, language, datetime.fromisoformat(reference))
        except ValueError as error:
            typer.echo(f"not `lang<TAB>reference<TAB>text`: {error}", err=True)
            interval = None
        print(format_interval(interval) if interval else "-")


@app.command()
def talk(
    language: Annotated[
        Literal["de", "en"] | None, typer.Option(help="what the person prefers")
    ] = None,
    why: Annotated[bool, typer.Option(help="say after each turn why it went that way")] = False,
) -> None:
    """Chat with the running front door in this terminal; stdin may be a pipe."""
    from frontdoor.terminal import converse

    converse(language, why)


@app.command()
def story(
    conversation: Annotated[str, typer.Argument(help="the public token, or the id in the house")],
) -> None:
    """Print a conversation as a test case for tests/conversations."""
    from frontdoor.terminal import tell

    tell(conversation)


@app.command()
def gaps(
    most: Annotated[int, typer.Option(min=1, max=10_000, help="how many messages at most")] = 1000,
) -> None:
    """Print what was not understood, by meaning, as suggestions for data/nlu (YAML)."""
    from frontdoor import terminal

    raise typer.Exit(terminal.gaps(most))


@app.command("import")
def import_(
    what: Annotated[
        Literal["services", "offices", "closures", "all"],
        typer.Argument(help="what the file holds; all: a folder with a file of each"),
    ],
    path: Annotated[Path, typer.Argument(help="YAML, or CSV for services and closures")],
    dry_run: Annotated[bool, typer.Option(help="only say what would happen")] = False,
) -> None:
    """Load services, offices or closures into the database: all of a file or nothing."""
    from frontdoor.importing import import_city_data

    done, lines = import_city_data(what, path, dry_run=dry_run)
    for line in lines:
        typer.echo(line, err=not done)
    raise typer.Exit(0 if done else 1)


@app.command()
def doctor() -> None:
    """Say what is installed, what is missing and how to get it."""
    from frontdoor.doctor import diagnose

    raise typer.Exit(diagnose())


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    app()

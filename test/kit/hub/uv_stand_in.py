"""Stands in for uv in a job of the simulated Hub: `uv run [options] SCRIPT|COMMAND …` with the prepared interpreter.

Nothing is installed: what `--with` and `--python` name is dropped.
"""

import os
import sys

WITH_VALUE = {
    "--with", "--with-editable", "--with-requirements", "--python", "-p", "--python-preference", "--extra", "--group",
    "--no-group", "--only-group", "--index", "--default-index", "--index-url", "-i", "--extra-index-url", "--find-links",
    "-f", "--index-strategy", "--keyring-provider", "--resolution", "--prerelease", "--exclude-newer", "--link-mode",
    "--torch-backend", "--upgrade-package", "-P", "--reinstall-package", "--refresh-package", "--cache-dir", "--color",
    "--project", "--config-file", "--package", "--python-platform", "--env-file", "--directory",
}  # fmt: skip
WITHOUT_VALUE = {
    "--no-project", "--isolated", "--no-cache", "-n", "--offline", "--frozen", "--locked", "--no-sync", "--active",
    "--exact", "--system", "--managed-python", "--no-managed-python", "--no-python-downloads", "--no-config", "--quiet",
    "-q", "--verbose", "-v", "--no-progress", "--no-build", "--no-binary", "--no-dev", "--all-extras", "--all-groups",
    "--refresh", "--reinstall", "--upgrade", "-U", "--no-index", "--native-tls", "--no-env-file", "--no-build-isolation",
    "--no-sources", "--compile-bytecode", "--no-editable",
}  # fmt: skip


def fail(reason):
    print(f"error: {reason}", file=sys.stderr)
    raise SystemExit(2)


def split(arguments):
    """Drops uv's own options: what runs, and whether it is a script or a module in any case."""
    kind = "command"
    rest = list(arguments)
    while rest and rest[0].startswith("-"):
        option = rest.pop(0)
        if option == "--":
            break
        if option in ("-m", "--module"):
            kind = "module"
        elif option in ("-s", "--script"):
            kind = "script"
        elif option in WITH_VALUE:
            if not rest:
                fail(f"a value is required for '{option}'")
            rest.pop(0)
        elif option not in WITHOUT_VALUE and option.partition("=")[0] not in WITH_VALUE:
            fail(f"unexpected argument '{option}' found")
    if not rest:
        fail("a command is required")
    return kind, rest


def main():
    python = os.environ.pop("UV_STAND_IN_PYTHON")
    if sys.argv[1:2] == ["--version"]:
        print("uv 0.0.0 (a stand-in of the simulated Hub)")
        return
    if sys.argv[1:2] != ["run"]:
        fail(f"the stand-in for uv knows `uv run` alone, not {sys.argv[1:2]}")
    kind, rest = split(sys.argv[2:])
    version = ".".join(map(str, sys.version_info[:3]))
    print(f"A stand-in for uv installs nothing and runs this with the prepared Python {version}.", flush=True)
    if kind == "module":
        os.execv(python, [python, "-m", *rest])
    if kind == "script" or rest[0].endswith(".py"):
        os.execv(python, [python, *rest])
    try:
        os.execvp(rest[0], rest)
    except FileNotFoundError:
        fail(f"Failed to spawn: `{rest[0]}`\n  Caused by: No such file or directory (os error 2)")


main()

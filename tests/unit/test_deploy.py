"""The files in `deploy/` and `binder/`: readable, and about files and settings that exist. `tests/hub` runs a hub with them."""

from __future__ import annotations

import configparser
import importlib
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from jupyter_server.serverapp import ServerApp
from jupyter_server.services.kernels.kernelmanager import MappingKernelManager
from packaging.specifiers import SpecifierSet
from packaging.version import Version
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from tests.unit.test_project import PROJECT

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
INSTALLED = "/opt/mnistviz/source/"
"""Where docs/teaching.md puts the project on a machine."""
LONGEST_SOCKET = 107
"""Characters of the path of a Unix socket on Linux (sun_path in unix(7))."""
CHART_KEYS = {
    # The keys of jupyterhub/values.schema.yaml that are in use, read in github.com/jupyterhub/zero-to-jupyterhub-k8s.
    *("cull.enabled", "cull.every", "cull.maxAge", "cull.timeout", "cull.users"),
    *("hub.concurrentSpawnLimit", "hub.config", "prePuller.continuous.enabled", "prePuller.hook.enabled"),
    *("scheduling.podPriority.enabled", "scheduling.userPlaceholder.enabled", "scheduling.userPlaceholder.replicas"),
    *("singleuser.cpu.guarantee", "singleuser.cpu.limit", "singleuser.memory.guarantee", "singleuser.memory.limit"),
    *("singleuser.defaultUrl", "singleuser.extraEnv", "singleuser.image.name", "singleuser.image.tag"),
    *("singleuser.startTimeout", "singleuser.storage.capacity", "singleuser.storage.type"),
}
FREE = {"hub.config", "singleuser.extraEnv"}
"""Keys below which the chart allows any other: what JupyterHub, or the environment, has there."""
VALUES = yaml.safe_load((DEPLOY / "kubernetes" / "values.yaml").read_text(encoding="utf-8"))


def machine() -> Config:
    """The configuration for one machine."""
    return PyFileConfigLoader("jupyterhub_config.py", path=str(DEPLOY / "machine")).load_config()


def tljh() -> Config:
    """What the snippet for The Littlest JupyterHub sets."""
    config = Config()
    exec((DEPLOY / "tljh" / "mnistviz.py").read_text(encoding="utf-8"), {"c": config})  # noqa: S102  (as the hub does)
    return config


def keys_of(values: dict[str, Any], above: str = "") -> set[str]:
    """The dotted names of all settings."""
    found: set[str] = set()
    for key, value in values.items():
        name = f"{above}{key}"
        found |= keys_of(value, f"{name}.") if isinstance(value, dict) and name not in FREE else {name}
    return found


def service(name: str) -> configparser.RawConfigParser:
    """A unit of systemd."""
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # systemd's keys have capitals
    parser.read_string((DEPLOY / "machine" / name).read_text(encoding="utf-8").replace("\\\n", ""))
    return parser


def test_the_chart_knows_every_key() -> None:
    assert keys_of(VALUES) == CHART_KEYS


def test_the_servers_settings_are_those_of_jupyter() -> None:
    settings = json.loads((DEPLOY / "jupyter" / "jupyter_server_config.json").read_text(encoding="utf-8"))
    classes = {kind.__name__: kind for kind in (ServerApp, MappingKernelManager)}
    for name, traits in settings.items():
        assert traits.keys() <= classes[name].class_traits(config=True).keys()
    (extension,) = settings["ServerApp"]["jpserver_extensions"]
    assert hasattr(importlib.import_module(extension), "_load_jupyter_server_extension")


@pytest.mark.parametrize("config", [machine(), tljh()], ids=["machine", "tljh"])
def test_the_arguments_of_servers_are_understood(config: Config) -> None:
    app = ServerApp()
    app.parse_command_line([*config.Spawner.args])
    loaded = app.config
    assert loaded.KernelManager.transport == "ipc"
    app.update_config(loaded)
    assert app.jpserver_extensions.get("mnistviz.nodelay") is ("jpserver_extensions" in str(config.Spawner.args) or None)


@pytest.mark.parametrize(
    "folder", [machine().Spawner.environment["JUPYTER_RUNTIME_DIR"], tljh().Spawner.environment["JUPYTER_RUNTIME_DIR"]]
)
def test_the_longest_name_of_a_user_leaves_room_for_sockets(folder: Any) -> None:
    class Spawner:
        """A spawner of the student with the longest name that Linux allows."""

        username_template = "x" * 32

        def user_env(self, env: dict[str, str]) -> dict[str, str]:
            return {**env, "HOME": f"/home/{self.username_template}"}

    identity = "12345678-1234-1234-1234-123456789012"
    assert len(f"{folder(Spawner())}/kernel-{identity}-ipc-5") <= LONGEST_SOCKET


def test_every_place_gives_libraries_one_thread() -> None:
    places = [dict(machine().Spawner.environment), dict(tljh().Spawner.environment), dict(VALUES["singleuser"]["extraEnv"])]
    threads = [{name: value for name, value in place.items() if not name.startswith("JUPYTER")} for place in places]
    exported = re.findall(r"(\w+)=(\d)", (ROOT / "binder" / "start").read_text(encoding="utf-8"))
    assert threads == [dict(exported)] * 3
    assert threads[0]["OMP_NUM_THREADS"] == "1"


def test_idle_servers_end_at_the_same_time_everywhere() -> None:
    (culler,) = machine().JupyterHub.services
    assert f"--timeout={VALUES['cull']['timeout']}" in culler["command"]
    assert f"--cull-every={VALUES['cull']['every']}" in culler["command"]
    assert f"services.cull.timeout {VALUES['cull']['timeout']}" in (ROOT / "docs" / "teaching.md").read_text(encoding="utf-8")


def test_the_services_of_one_machine_meet() -> None:
    proxy, hub = (service(f"mnistviz-{name}.service") for name in ("proxy", "hub"))
    command = proxy["Service"]["ExecStart"].split()
    options = dict(zip(command[2::2], command[3::2], strict=True))
    config = machine()
    assert config.JupyterHub.bind_url == f"http://{options['--ip']}:{options['--port']}"
    assert config.ConfigurableHTTPProxy.api_url == f"http://{options['--api-ip']}:{options['--api-port']}"
    assert proxy["Service"]["EnvironmentFile"] == hub["Service"]["EnvironmentFile"]
    configuration = hub["Service"]["ExecStart"].split()[-1]
    assert (ROOT / configuration.removeprefix(INSTALLED)).is_file()
    package = json.loads((DEPLOY / "proxy" / "package.json").read_text(encoding="utf-8"))
    assert command[1].startswith(f"{INSTALLED}deploy/proxy/node_modules/{next(iter(package['dependencies']))}/")


def test_the_locked_proxy_is_the_wanted_one_and_names_no_registry() -> None:
    wanted = json.loads((DEPLOY / "proxy" / "package.json").read_text(encoding="utf-8"))["dependencies"]
    text = (DEPLOY / "proxy" / "package-lock.json").read_text(encoding="utf-8")
    locked = json.loads(text)["packages"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert '"resolved"' not in text


def test_the_requirements_are_versions_with_a_reason() -> None:
    lines = (DEPLOY / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pinned = [line.split("==") for line in lines if not line.startswith("#")]
    assert all(len(pair) == 2 and Version(pair[1]) for pair in pinned)
    reasons = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [name for name, _ in pinned if not re.search(rf"^\| [^|]*\b{name}\b", reasons, re.MULTILINE)] == []


def pinned(path: Path) -> dict[str, str]:
    """The versions of a file of constraints or requirements."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if not line.startswith("#"))


@pytest.mark.parametrize("name", ["constraints.txt", "hosts-constraints.txt"])
def test_versions_of_other_environments_are_exact_and_leave_those_of_the_project_alone(name: str) -> None:
    versions = pinned(DEPLOY / name)
    assert all(map(Version, versions.values()))
    assert versions.keys().isdisjoint(pinned(ROOT / "constraints.txt"))


def test_the_hub_has_the_versions_that_it_wants() -> None:
    assert pinned(DEPLOY / "requirements.txt").items() <= pinned(DEPLOY / "constraints.txt").items()


def test_the_image_is_made_of_files_that_are_there() -> None:
    text = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    used = re.findall(r"(?:--constraint|--requirement|cp -r) (\S+)", text)
    assert used
    assert [name for name in used if not (ROOT / name).exists()] == []
    (python,) = re.findall(r"^FROM python:([\d.]+)-slim$", text, re.MULTILINE)
    assert Version(python) in SpecifierSet(PROJECT["requires-python"])


def test_binder_installs_what_the_project_wants() -> None:
    environment = yaml.safe_load((ROOT / "binder" / "environment.yml").read_text(encoding="utf-8"))
    (python,) = [entry for entry in environment["dependencies"] if entry.startswith("python=")]
    assert Version(python.removeprefix("python=")) in SpecifierSet(PROJECT["requires-python"])
    used = re.findall(r"(?:--constraint|cp -r) (\S+)", (ROOT / "binder" / "postBuild").read_text(encoding="utf-8"))
    assert used
    assert [name for name in used if not (ROOT / name).exists()] == []


@pytest.mark.posix
@pytest.mark.parametrize("script", ["postBuild", "start"])
def test_binders_scripts_can_run(script: str) -> None:
    path = ROOT / "binder" / script
    assert path.stat().st_mode & 0o111
    subprocess.run(["sh", "-n", path], check=True)


@pytest.mark.posix
def test_binders_start_hands_over() -> None:
    command = [ROOT / "binder" / "start", "sh", "-c", "echo $OMP_NUM_THREADS"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "1\n"

"""The hub of a measured class: `deploy/machine/jupyterhub_config.py` with other ports, and students who have no system account.

Students are users of the system by number alone: no account is made, yet none can read what another one owns. Where that is
impossible (not root, or an interpreter that others cannot reach), all of them are the user who runs the class.
Read by JupyterHub's own Python, which has nothing of the tests.
"""

import json
import os
import shutil
from pathlib import Path

from jupyterhub.auth import Authenticator
from jupyterhub.spawner import LocalProcessSpawner

c = get_config()
CHECKOUT = Path(__file__).resolve().parents[2]
CLASS = json.loads(os.environ["MNISTVIZ_CLASS"])
"""What `hub.py` writes: ports, folder, and password and number of each student."""
HOMES = Path(CLASS["folder"]) / "homes"

load_subconfig(str(CHECKOUT / "deploy" / "machine" / "jupyterhub_config.py"))


class StudentAuthenticator(Authenticator):
    """Knows the passwords of this class."""

    async def authenticate(self, _, data):
        """Returns the name of a student who has given the right password."""
        student = CLASS["students"].get(data["username"])
        return data["username"] if student and student["password"] == data["password"] else None


class StudentSpawner(LocalProcessSpawner):
    """Runs each student's server as a user of the system with a number and a home, but without an account."""

    @property
    def home(self) -> Path:
        """The folder of this student."""
        return HOMES / self.user.name

    def make_preexec_fn(self, name: str):
        """Returns what the new process does before it becomes the student's server."""
        home, number = self.home, CLASS["students"][name]["number"]

        def become() -> None:
            os.chdir(home)
            os.umask(0o022)
            if number is not None:
                os.setgroups([])
                os.setgid(number)
                os.setuid(number)

        return become

    def user_env(self, env):
        """Adds what a login would."""
        return {**env, "USER": self.user.name, "HOME": str(self.home), "SHELL": "/bin/sh"}


def prepare_home(spawner: StudentSpawner) -> None:
    """Makes the home of a student, with the notebooks in it."""
    home, number = spawner.home, CLASS["students"][spawner.user.name]["number"]
    if home.exists():
        return
    shutil.copytree(CHECKOUT / "notebooks", home / "notebooks", ignore=shutil.ignore_patterns(".*"))
    home.chmod(0o700)
    if number is not None:
        for path in [home, *home.rglob("*")]:
            os.chown(path, number, number)


c.JupyterHub.authenticator_class = StudentAuthenticator
c.JupyterHub.spawner_class = StudentSpawner
c.Spawner.pre_spawn_hook = prepare_home
c.JupyterHub.bind_url = f"http://127.0.0.1:{CLASS['port']}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{CLASS['hub_port']}"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{CLASS['api_port']}"
c.JupyterHub.db_url = f"sqlite:///{CLASS['folder']}/jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = f"{CLASS['folder']}/cookie_secret"

"""JupyterHub for a class on one machine, where each student has a system account: `jupyterhub --config jupyterhub_config.py`.

The proxy runs beside the hub (`mnistviz-proxy.service`), and the students' servers outlive the hub. So the hub can be restarted
while a class is drawing. Both read the proxy's token from the environment variable CONFIGPROXY_AUTH_TOKEN.
"""

import sys
from pathlib import Path

c = get_config()
DEPLOY = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
MINUTE = 60

c.JupyterHub.bind_url = "http://127.0.0.1:8000"  # behind a web server with a certificate, such as Caddy or nginx
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:8001"
c.ConfigurableHTTPProxy.should_start = False
# With this timer the hub also looks whether the proxy knows all students. A proxy that was restarted knows nobody, and by default
# the class would wait five minutes.
c.JupyterHub.last_activity_interval = 5
c.JupyterHub.cleanup_servers = False
c.JupyterHub.cleanup_proxy = False

# System accounts with their passwords. Say who may log in: everyone with an account, or a list in `allowed_users`.
c.JupyterHub.authenticator_class = "pam"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"  # sets no limits of memory; see docs/teaching.md

# A whole class logs in within a minute. Whoever comes above this limit is not asked to wait, but gets an error page; 0: no limit.
c.JupyterHub.concurrent_spawn_limit = 0
c.Spawner.start_timeout = 5 * MINUTE
c.Spawner.http_timeout = 5 * MINUTE

c.Spawner.cmd = [str(BIN / "jupyterhub-singleuser")]
c.Spawner.default_url = "/lab"


def runtime_folder(spawner):
    """Returns where a student's kernels have their sockets: the path of a socket must be short, at most 107 characters."""
    return str(Path(spawner.user_env({})["HOME"]) / ".jupyter-run")


# Kernels talk to their server through files that only the student can open. Through ports, Jupyter's default, every student of
# the machine could read what the kernels of the others print and show.
c.Spawner.args = ["--KernelManager.transport=ipc"]
c.Spawner.environment = {
    "JUPYTER_RUNTIME_DIR": runtime_folder,
    "JUPYTER_CONFIG_PATH": str(DEPLOY / "jupyter"),
    # One thread for each library: sixty kernels with a pool of threads each only get in one another's way.
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
}

# Ends servers that nobody has used for two hours. Drawings are saved as they are drawn; variables of the kernel are lost.
c.JupyterHub.services = [
    {
        "name": "idle-culler",
        "command": [sys.executable, "-m", "jupyterhub_idle_culler", f"--timeout={120 * MINUTE}", f"--cull-every={5 * MINUTE}"],
    }
]
c.JupyterHub.load_roles = [
    {
        "name": "idle-culler",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["idle-culler"],
    }
]

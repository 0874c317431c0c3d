"""For The Littlest JupyterHub: copy to `/opt/tljh/config/jupyterhub_config.d/`, then `sudo tljh-config reload hub`.

Not tested: the installer of The Littlest JupyterHub needs systemd and a machine of its own. `tests/unit/test_deploy.py` runs this
file, and `make class` measures servers with the same settings. Limits and culling are set with `tljh-config`: docs/teaching.md.
"""


def runtime_folder(spawner):
    """Returns where a student's kernels have their sockets: the path of a socket must be short, at most 107 characters.

    `username_template` is the name of the system's user when the server starts.
    """
    return f"/home/{spawner.username_template}/.jupyter-run"


# Kernels talk to their server through files that only the student can open. Through ports, Jupyter's default, every student of
# the machine could read what the kernels of the others print and show.
c.Spawner.args = [
    "--KernelManager.transport=ipc",
    "--ServerApp.jpserver_extensions=mnistviz.nodelay=True",
]
c.Spawner.environment = {
    "JUPYTER_RUNTIME_DIR": runtime_folder,
    # One thread for each library: sixty kernels with a pool of threads each only get in one another's way.
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
}
# A whole class logs in within a minute. Whoever comes above this limit is not asked to wait, but gets an error page; 0: no limit.
c.JupyterHub.concurrent_spawn_limit = 0

"""A class on a real hub: a student draws and is read, and nothing is lost when a kernel, the hub or the proxy fails."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import requests

from tests.classroom.footprint import footprint
from tests.classroom.lesson import Class
from tests.classroom.mishaps import cut_the_proxy, kill_a_kernel, restart_the_hub
from tests.classroom.student import loop

if TYPE_CHECKING:
    from tests.classroom.hub import Hub
    from tests.classroom.student import Student

ROOT = Path(__file__).parents[2]


def test_the_kernel_has_every_point_that_was_drawn(anna: Student) -> None:
    anna.clear()
    anna.draw(loop(1, seconds=0.5), loop(2, seconds=0.5))
    anna.settle()
    assert [len(stroke) for stroke in anna.strokes_in_kernel()] == [30, 30]
    assert anna.strokes_in_kernel() == anna.drawn
    assert anna.page.errors == []


def test_the_server_sends_at_once(hub: Hub, anna: Student) -> None:
    assert anna.browsing.ask("/api/status")["kernels"] == 1
    assert "mnistviz.nodelay | extension was successfully loaded" in hub.log.read_text(encoding="utf-8")


def test_jupyterlab_does_not_ask_sixty_students_about_news(anna: Student) -> None:
    page = anna.browsing.session.get(f"{anna.browsing.server}/lab", timeout=60).text
    (settings,) = re.findall(r'<script id="jupyter-config-data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert "@jupyterlab/apputils-extension:announcements" in json.loads(settings)["disabledExtensions"]


def test_a_student_costs_what_a_student_costs(hub: Hub, anna: Student) -> None:
    cost = footprint(hub, anna.name)
    assert 20 < cost.server < 300
    assert 20 < cost.kernel < 300


def test_nothing_is_lost_when_a_kernel_is_killed(hub: Hub, anna: Student) -> None:
    (before,) = hub.kernels(anna.name)
    mishap = kill_a_kernel(Class(hub, [anna], [], []))
    (after,) = hub.kernels(anna.name)
    assert (mishap.lost, mishap.errors) == ([], [])
    assert before.pid != after.pid


def test_nobody_notices_when_the_hub_is_restarted(hub: Hub, anna: Student) -> None:
    mishap = restart_the_hub(Class(hub, [anna], [], []))
    assert (mishap.lost, mishap.errors, mishap.breaks) == ([], [], 0)
    assert anna.browsing.ask("/api/status")["kernels"] == 1


def test_nothing_is_lost_when_the_proxy_is_cut(hub: Hub, anna: Student) -> None:
    mishap = cut_the_proxy(Class(hub, [anna], [], []), seconds=2)
    assert (mishap.lost, mishap.errors, mishap.breaks) == ([], [], 1)


def test_what_a_page_does_not_send_again_is_missed(hub: Hub, anna: Student) -> None:
    anna.clear()
    anna.draw_digit()
    anna.drawn[-1].append((1.0, 1.0))
    assert anna.strokes_in_kernel() != anna.drawn


def test_students_are_users_of_their_own_where_that_is_possible(hub: Hub, anna: Student, ben: Student) -> None:
    users = [hub.server(student.name).uids().real for student in (anna, ben)]
    if hub.accounts[0].number is None:
        assert users == [os.geteuid()] * 2
    else:
        assert len({*users, os.geteuid()}) == 3


def test_a_link_brings_the_notebooks_of_a_repository(hub: Hub, ben: Student) -> None:
    course = hub.folder / "course"
    shutil.copytree(ROOT / "notebooks", course, ignore=shutil.ignore_patterns(".*"))
    author = ["-c", "user.name=Teacher", "-c", "user.email=teacher@example.org"]
    for words in (["init", "--quiet", "--initial-branch=main"], ["add", "."], [*author, "commit", "--quiet", "--message=Course"]):
        subprocess.run(["git", *words], cwd=course, check=True)
    if hub.accounts[1].number is not None:
        for path in [course, *course.rglob("*")]:  # git reads only repositories of the same user
            os.chown(path, hub.accounts[1].number, hub.accounts[1].number)
    link = {"repo": f"file://{course}", "branch": "main", "urlpath": "lab/tree/course/01_explorer.ipynb"}
    page = ben.browsing.session.get(f"{hub.url}/hub/user-redirect/git-pull", params=link, timeout=60)
    assert page.url.startswith(f"{ben.browsing.server}/git-pull?")
    assert page.status_code == requests.codes.ok
    pulled = ben.browsing.session.get(
        f"{ben.browsing.server}/git-pull/api", params=link, headers=ben.browsing.headers(), timeout=60
    )
    assert '"phase": "finished"' in pulled.text
    assert ben.browsing.ask("/api/contents/course/01_explorer.ipynb?content=0")["type"] == "notebook"


def test_jupyterhub_knows_every_setting(hub: Hub, anna: Student) -> None:
    assert "not recognized" not in hub.log.read_text(encoding="utf-8")

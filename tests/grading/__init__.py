"""The worked example of nbgrader, run by nbgrader itself: `make grading`."""

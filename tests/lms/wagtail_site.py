"""A site with wagtail-lms, a learning management system, on this machine: wagtail_site.py FOLDER PORT.

What it stores is in FOLDER. An administrator ("admin") uploads packages by browser; each becomes a lesson of the one course, with the
address /course/lesson-NUMBER/. Two learners ("one", "two") have the password "learn".
"""

import os
import sys
from pathlib import Path

import django
from django.conf import settings

FOLDER = Path(sys.argv[1])
APPS = [
    "wagtail_lms",
    "wagtail.users",
    "wagtail.images",
    "wagtail.documents",
    "wagtail.snippets",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.sites",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
PAGES = {
    "base.html": "<!doctype html><title>LMS</title>{% block content %}{% endblock %}",
    "login.html": "<!doctype html><title>LMS</title><form method=post>{% csrf_token %}{{ form }}<button>Log in</button></form>",
}
PROCESSORS = ["request", "media", "static"]

settings.configure(
    DEBUG=True,
    SECRET_KEY="of a test",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=APPS,
    MIDDLEWARE=MIDDLEWARE,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": FOLDER / "lms.sqlite3"}},
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {
                "context_processors": [
                    *(f"django.template.context_processors.{name}" for name in PROCESSORS),
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ],
                "loaders": [
                    ("django.template.loaders.locmem.Loader", PAGES),
                    "django.template.loaders.app_directories.Loader",
                ],
            },
        }
    ],
    MEDIA_ROOT=FOLDER / "media",
    MEDIA_URL="/media/",
    STATIC_URL="/static/",
    LOGIN_URL="/login/",
    LOGIN_REDIRECT_URL="/course/",
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    USE_TZ=True,
    # The course is in a frame of the same site.
    X_FRAME_OPTIONS="SAMEORIGIN",
    WAGTAIL_SITE_NAME="LMS",
    WAGTAILADMIN_BASE_URL=f"http://127.0.0.1:{sys.argv[2]}",
    PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
)
django.setup()

from django.contrib.auth.models import User
from django.contrib.auth.views import LoginView
from django.core.management import call_command
from django.db.models.signals import post_save
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.models import Page
from wagtail_lms.models import CoursePage, SCORMLessonPage, SCORMPackage

urlpatterns = [
    path("login/", LoginView.as_view(template_name="login.html")),
    path("admin/", include(wagtailadmin_urls)),
    path("lms/", include("wagtail_lms.urls")),
    path("", include(wagtail_urls)),
]


def set_up():
    """The tables, the users and the course."""
    call_command("migrate", verbosity=0)
    User.objects.create_superuser("admin", password="learn")
    for name in ("one", "two"):
        User.objects.create_user(name, password="learn")
    home = Page.objects.get(depth=2)
    home.add_child(instance=CoursePage(title="course", slug="course"))


def make_lesson(instance, **_):
    """A package that was uploaded is a lesson. wagtail-lms 0.11 finds where a package begins in the namespace of SCORM 1.2 only."""
    if not instance.launch_url:
        SCORMPackage.objects.filter(pk=instance.pk).update(launch_url="lms.html")
    slug = f"lesson-{instance.pk}"
    if not SCORMLessonPage.objects.filter(slug=slug).exists():
        lesson = SCORMLessonPage(title=instance.title, slug=slug, scorm_package=instance)
        CoursePage.objects.get(slug="course").add_child(instance=lesson)


if __name__ == "__main__":
    # The module is the table of addresses under this name, too.
    sys.modules.setdefault(settings.ROOT_URLCONF, sys.modules[__name__])
    os.environ["RUN_MAIN"] = "true"
    set_up()
    post_save.connect(make_lesson, sender=SCORMPackage)
    call_command("runserver", f"127.0.0.1:{sys.argv[2]}", "--noreload", "--skip-checks")

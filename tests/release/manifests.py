#!/usr/bin/env python3
"""Writes the manifests of Homebrew and Scoop from the archives of a release: one set of facts for both.

    manifests.py --version 0.1.0 --base https://…/download/v0.1.0 --out DIR

DIR has the archives of the release, `mitate-VERSION-TARGET.tar.gz` and `.zip`. A system without an archive is left out; Scoop, which is for
Windows only, has no manifest without one.
"""

import argparse
import hashlib
import json
import pathlib

DESCRIPTION = 'Training sites for case formulation, from Markdown and YAML'
LICENSE = 'MIT OR Apache-2.0'
# What Homebrew calls a system, and the target.
HOMEBREW = {
    ('on_macos', 'on_arm'): 'aarch64-apple-darwin',
    ('on_macos', 'on_intel'): 'x86_64-apple-darwin',
    ('on_linux', 'on_intel'): 'x86_64-unknown-linux-musl',
}
WINDOWS = 'x86_64-pc-windows-msvc'


def archive(arguments, target, ending):
    """The address and the checksum of the archive of a target, if it is there."""
    name = f'mitate-{arguments.version}-{target}.{ending}'
    file = arguments.out / name
    if not file.exists():
        return None
    return f'{arguments.base}/{name}', hashlib.sha256(file.read_bytes()).hexdigest()


def homebrew(arguments):
    """The formula, with every system that has an archive."""
    lines = [
        'class Mitate < Formula',
        f'  desc "{DESCRIPTION}"',
        f'  homepage "{arguments.home}"',
        f'  version "{arguments.version}"',
        '  license any_of: ["MIT", "Apache-2.0"]',
        '',
    ]
    for (system, processor), target in HOMEBREW.items():
        if found := archive(arguments, target, 'tar.gz'):
            url, checksum = found
            lines += [f'  {system} do', f'    {processor} do', f'      url "{url}"', f'      sha256 "{checksum}"', '    end', '  end', '']
    lines += [
        '  def install',
        '    bin.install "mitate"',
        '    man1.install Dir["man/*.1"]',
        '    bash_completion.install "completions/mitate.bash" => "mitate"',
        '    zsh_completion.install "completions/mitate.zsh" => "_mitate"',
        '    fish_completion.install "completions/mitate.fish"',
        '    doc.install "README.md", "CHANGELOG.md", "THIRD-PARTY.txt"',
        '  end',
        '',
        '  test do',
        '    system bin/"mitate", "new", "course", "--lang", "en"',
        '    system bin/"mitate", "check", "course"',
        '  end',
        'end',
        '',
    ]
    return '\n'.join(lines)


def scoop(arguments):
    """The manifest of the archive for Windows, if there is one."""
    found = archive(arguments, WINDOWS, 'zip')
    if not found:
        return None
    url, checksum = found
    return json.dumps(
        {
            'version': arguments.version,
            'description': DESCRIPTION,
            'homepage': arguments.home,
            'license': LICENSE,
            'architecture': {'64bit': {'url': url, 'hash': checksum, 'extract_dir': f'mitate-{arguments.version}-{WINDOWS}'}},
            'bin': 'mitate.exe',
        },
        indent=4,
    )


def main():
    """Writes `mitate.rb` and `mitate.json`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--version', required=True)
    parser.add_argument('--base', required=True)
    parser.add_argument('--out', required=True, type=pathlib.Path)
    arguments = parser.parse_args()
    arguments.home = arguments.base.split('/releases/')[0]
    (arguments.out / 'mitate.rb').write_text(homebrew(arguments), encoding='utf-8')
    if manifest := scoop(arguments):
        (arguments.out / 'mitate.json').write_text(manifest + '\n', encoding='utf-8')


main()

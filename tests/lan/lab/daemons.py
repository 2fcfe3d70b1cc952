# SPDX-License-Identifier: GPL-3.0-or-later
"""The real daemons of Debian that play a part of a device. Each gets its files in a folder of its
own below /run/huis-lan and runs in the foreground."""

import os
import re
from xml.sax.saxutils import escape

from .processes import RUN

AVAHI_CONF = """[server]
host-name={host}
use-ipv4=yes
use-ipv6=yes
allow-interfaces=eth0
enable-dbus={dbus}
disallow-other-stacks=no
ratelimit-interval-usec=1000000
ratelimit-burst=1000
[wide-area]
enable-wide-area=no
[publish]
publish-hinfo=no
publish-workstation=no
[reflector]
[rlimits]
"""


def folder(device, name):
    path = f"{RUN}/{device['name']}/{name}"
    os.makedirs(path, exist_ok=True)
    return path


def put(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def counter_value(text, field="packets"):
    return int(re.search(rf"\b{field} (\d+)", text).group(1))


def avahi_mounts(device, uid=0, gid=0):
    """Avahi's paths are compiled in; each avahi-daemon sees its own folders there. It insists on
    a folder that belongs to the user "avahi"; here that is the only user there is."""
    place = folder(device, "avahi-etc")
    os.makedirs(f"{place}/services", exist_ok=True)
    return ((place, "/etc/avahi"), (folder(device, "avahi-run"), "/run/avahi-daemon"),
            (put(f"{place}/passwd", f"avahi:x:{uid}:{gid}::/:/bin/false\n"), "/etc/passwd"),
            (put(f"{place}/group", f"avahi:x:{gid}:\n"), "/etc/group"))


def avahi_command(device, host, dbus):
    path = put(f"{folder(device, 'avahi-etc')}/avahi-daemon.conf",
               AVAHI_CONF.format(host=host, dbus="yes" if dbus else "no"))
    return ["avahi-daemon", "--file=" + path, "--no-drop-root", "--no-chroot", "--no-rlimits",
            "--no-proc-title"]


def _service_group(name, services):
    lines = ["<?xml version=\"1.0\"?>",
             "<!DOCTYPE service-group SYSTEM \"avahi-service.dtd\">", "<service-group>",
             f"<name>{escape(name)}</name>"]
    for service in services:
        lines.append(f"<service><type>{service['service']}</type><port>{service['port']}</port>")
        for key, value in service.get("txt", {}).items():
            lines.append(f"<txt-record>{escape(f'{key}={value}')}</txt-record>")
        lines.append("</service>")
    return "\n".join(lines + ["</service-group>", ""])


def start_avahi(lan, device, service):
    mounts = avahi_mounts(device)
    put(f"{mounts[0][0]}/services/device.service",
        _service_group(service["name"], service["announces"]))
    lan.processes.start(device["name"], "avahi-daemon",
                        avahi_command(device, service["host"], False), mounts=mounts,
                        ready_file=f"{mounts[1][0]}/socket")


def start_lighttpd(lan, device, service):
    place = folder(device, "www")
    title = escape(service.get("title", device["shown"]))
    put(f"{place}/index.html", f"<!DOCTYPE html><html><head><title>{title}</title></head>"
        f"<body><h1>{title}</h1>{service.get('body', '')}</body></html>\n")
    port = service.get("port", 80)
    lines = [f'server.document-root = "{place}"', f"server.port = {port}",
             'index-file.names = ( "index.html" )', 'mimetype.assign = ( ".html" => "text/html" )']
    if "server" in service:
        lines.append(f'server.tag = "{service["server"]}"')
    path = put(f"{folder(device, 'etc')}/lighttpd.conf", "\n".join(lines) + "\n")
    lan.processes.start(device["name"], "lighttpd", ["lighttpd", "-D", "-f", path], port=port)


def start_mosquitto(lan, device, service):
    port = service.get("port", 1883)
    path = put(f"{folder(device, 'etc')}/mosquitto.conf",
               f"listener {port}\nallow_anonymous {str(service.get('anonymous', True)).lower()}\n"
               "user root\npersistence false\n")
    lan.processes.start(device["name"], "mosquitto", ["mosquitto", "-c", path], port=port)


def start_minidlna(lan, device, service):
    place = folder(device, "minidlna")
    port = service.get("port", 8200)
    path = put(f"{folder(device, 'etc')}/minidlna.conf",
               f"port={port}\nnetwork_interface=eth0\nmedia_dir={folder(device, 'media')}\n"
               f"db_dir={place}\nlog_dir={place}\ninotify=no\nnotify_interval=300\n"
               f"friendly_name={service['name']}\nserial={service.get('serial', '1')}\n"
               f"model_name={service.get('model', 'Media server')}\n"
               f"model_number={service.get('model_number', '1')}\n"
               f"uuid=4d696e69-444c-164e-9d41-{device['mac'].replace(':', '')}\n")
    lan.processes.start(device["name"], "minidlna",
                        ["minidlnad", "-S", "-f", path, "-P", f"{place}/pid"], port=port)


def start_vsftpd(lan, device, service):
    port = service.get("port", 21)
    path = put(f"{folder(device, 'etc')}/vsftpd.conf",
               f"listen=YES\nlisten_port={port}\nbackground=NO\nrun_as_launching_user=YES\n"
               "anonymous_enable=YES\nlocal_enable=NO\nisolate=NO\nisolate_network=NO\n"
               "seccomp_sandbox=NO\none_process_model=NO\n"
               f"secure_chroot_dir={folder(device, 'empty')}\n"
               f"anon_root={folder(device, 'ftp')}\n"
               f"ftpd_banner={service.get('banner', 'FTP ready')}\n")
    lan.processes.start(device["name"], "vsftpd", ["vsftpd", path], port=port)


STARTERS = {
    "avahi": start_avahi,
    "lighttpd": start_lighttpd,
    "mosquitto": start_mosquitto,
    "minidlna": start_minidlna,
    "vsftpd": start_vsftpd,
}

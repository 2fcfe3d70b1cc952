#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is learned of the Wi-Fi that this computer is on, from a NetworkManager made by
python-dbusmock on a bus of the test's own.

    test-wifi.py READ-WIFI
"""

import json
import subprocess
import sys
import unittest

try:
    import dbus
    import dbusmock
except ImportError:
    print("python3-dbusmock is not there")
    sys.exit(77)

READ_WIFI = sys.argv.pop(1)
PATH = "/org/freedesktop/NetworkManager"
POINT = "org.freedesktop.NetworkManager.AccessPoint"
WIRELESS = "org.freedesktop.NetworkManager.Device.Wireless"
# NetworkManager's NM80211ApFlags and NM80211ApSecurityFlags.
PRIVACY, WPS, PSK, SAE, OWE = 0x1, 0x2, 0x100, 0x400, 0x800


class Wifi(dbusmock.DBusTestCase):
    @classmethod
    def setUpClass(cls):
        cls.start_system_bus()
        cls.bus = cls.get_dbus(system_bus=True)

    def setUp(self):
        self.mock, self.manager = self.spawn_server_template(
            "networkmanager", {"NetworkingEnabled": True}, stdout=subprocess.DEVNULL)
        self.device = self.manager.AddWiFiDevice("mock0", "wlan0", dbus.UInt32(100))

    def tearDown(self):
        self.mock.terminate()
        self.mock.wait()

    def join(self, ssid, flags, wpa, rsn):
        point = self.manager.AddAccessPoint(
            self.device, "ap0", ssid, "00:23:F8:7E:12:BB", dbus.UInt32(2), dbus.UInt32(2425),
            dbus.UInt32(5400), dbus.Byte(82), dbus.UInt32(PSK))
        bus_name = "org.freedesktop.NetworkManager"
        mock_of_point = dbus.Interface(self.bus.get_object(bus_name, point), dbusmock.MOCK_IFACE)
        mock_of_point.UpdateProperties(POINT, {"Flags": dbus.UInt32(flags),
                                               "WpaFlags": dbus.UInt32(wpa),
                                               "RsnFlags": dbus.UInt32(rsn)})
        # The template knows no access point that is in use.
        mock_of_device = dbus.Interface(self.bus.get_object(bus_name, self.device),
                                        dbusmock.MOCK_IFACE)
        mock_of_device.AddProperty(WIRELESS, "ActiveAccessPoint", dbus.ObjectPath(point))

    def read(self):
        output = subprocess.run([READ_WIFI], capture_output=True, text=True, timeout=30, check=True)
        return json.loads(output.stdout)

    def test_each_lock(self):
        for security, flags, wpa, rsn in (
                ("open", 0, 0, 0),
                ("owe", 0, 0, OWE),
                ("wep", PRIVACY, 0, 0),
                ("wpa", PRIVACY, PSK, 0),
                ("wpa-wpa2", PRIVACY, PSK, PSK),
                ("wpa2", PRIVACY, 0, PSK),
                ("wpa2-wpa3", PRIVACY, 0, PSK | SAE),
                ("wpa3", PRIVACY, 0, SAE)):
            with self.subTest(security):
                self.tearDown()
                self.setUp()
                self.join("Thuis", flags, wpa, rsn)
                found = self.read()
                self.assertEqual((found["ssid"], found["security"]), ("Thuis", security))
                self.assertNotIn("wps", found)

    def test_wps(self):
        self.join("Thuis", PRIVACY | WPS, 0, PSK)
        self.assertIs(self.read()["wps"], True)

    def test_hostile_name(self):
        self.join("<b>A\u202e\nB</b>", PRIVACY, 0, PSK)
        self.assertEqual(self.read()["ssid"], "<b>A B</b>")

    def test_on_no_network(self):
        found = self.read()
        self.assertNotIn("ssid", found)
        self.assertNotIn("security", found)


class NoManager(dbusmock.DBusTestCase):
    def test_no_network_manager(self):
        self.start_system_bus()
        output = subprocess.run([READ_WIFI], capture_output=True, text=True, timeout=30, check=True)
        self.assertNotIn("security", json.loads(output.stdout))


if __name__ == "__main__":
    unittest.main(verbosity=2)

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-identify-home"

/* What announces itself at home: one family of rules each, devices of our own making. */

#include "identify-cases.h"

static const IdentifyCase services_cases[] = {
  { { "{\"type\":\"mdns\",\"service\":\"_hue._tcp\",\"name\":\"Hue Bridge - 1A2B3C\"}" },
    "Philips",
    "Hue Bridge",
    HUIS_KIND_HUB },
  { { "{\"type\":\"mdns\",\"service\":\"_hap._tcp\",\"name\":\"Door\",\"txt\":{\"ci\":\"18\"}}" },
    NULL,
    NULL,
    HUIS_KIND_DOORBELL },
  { { "{\"type\":\"mdns\",\"service\":\"_googlecast._tcp\",\"name\":\"x\","
      "\"txt\":{\"md\":\"Nest Audio\",\"fn\":\"Kitchen\"}}" },
    "Google",
    "Nest Audio",
    HUIS_KIND_SPEAKER },
  { { "{\"type\":\"mdns\",\"service\":\"_ipp._tcp\",\"name\":\"Brother MFC-J1010DW\",\"txt\":"
      "{\"ty\":\"Brother MFC-J1010DW series\",\"usb_MFG\":\"Brother\"}}" },
    "Brother",
    "MFC-J1010DW",
    HUIS_KIND_PRINTER },
};

/* A device that no rule lists has a kind by the words it uses. */
static const IdentifyCase words_cases[] = {
  { { "{\"type\":\"upnp\",\"friendly_name\":\"Acme omvormer zolder\"}" },
    NULL,
    NULL,
    HUIS_KIND_ENERGY },
  { { "{\"type\":\"http\",\"port\":80,\"title\":\"Raumthermostat\"}" },
    NULL,
    NULL,
    HUIS_KIND_THERMOSTAT },
};

static const IdentifyCase matter_cases[] = {
  { { "{\"type\":\"mdns\",\"service\":\"_matterc._udp\",\"name\":\"1\",\"txt\":{\"VP\":\"4476+9\","
      "\"DT\":\"268\"}}" },
    "IKEA",
    NULL,
    HUIS_KIND_LIGHT },
  { { "{\"type\":\"wsd\",\"types\":[\"dn:NetworkVideoTransmitter\"],\"scopes\":[\"onvif://"
      "www.onvif.org/hardware/IPC-X1\"]}" },
    NULL,
    "IPC-X1",
    HUIS_KIND_CAMERA },
};

static const IdentifyCase homekit_cases[] = {
  { { "{\"type\": \"mdns\", \"service\": \"_hap._tcp\", \"name\": \"Hall\", \"txt\": {\"ci\": "
      "\"9\", \"md\": \"T6 Pro\"}}" },
    NULL,
    "T6 Pro",
    HUIS_KIND_THERMOSTAT },
  { { "{\"type\": \"mdns\", \"service\": \"_hap._tcp\", \"name\": \"Strip\", \"txt\": {\"ci\": "
      "\"5\", \"md\": \"NL69\"}}" },
    "Nanoleaf",
    "NL69",
    HUIS_KIND_LIGHT },
  { { "{\"type\": \"mdns\", \"service\": \"_hap._tcp\", \"name\": \"Front\", \"txt\": {\"ci\": "
      "\"6\", \"md\": \"Danalock V3\"}}" },
    "Danalock",
    "V3",
    HUIS_KIND_LOCK },
};

static const IdentifyCase cast_cases[] = {
  { { "{\"type\": \"mdns\", \"service\": \"_googlecast._tcp\", \"name\": \"x\", \"txt\": {\"md\": "
      "\"BRAVIA 4K VH2\"}}" },
    "Sony",
    "BRAVIA 4K VH2",
    HUIS_KIND_TV },
  { { "{\"type\": \"mdns\", \"service\": \"_googlecast._tcp\", \"name\": \"x\", \"txt\": {\"md\": "
      "\"JBL Bar 800\"}}" },
    "JBL",
    "Bar 800",
    HUIS_KIND_SPEAKER },
  { { "{\"type\": \"mdns\", \"service\": \"_googlecast._tcp\", \"name\": \"x\", \"txt\": {\"md\": "
      "\"Nobody Sound 5\", \"ca\": \"4100\"}}" },
    NULL,
    "Nobody Sound 5",
    HUIS_KIND_SPEAKER },
};

static const IdentifyCase apple_cases[] = {
  { { "{\"type\": \"mdns\", \"service\": \"_device-info._tcp\", \"name\": \"Ann\", \"txt\": "
      "{\"model\": \"MacBookPro15,4\"}}" },
    "Apple",
    "MacBook Pro (13-inch, 2019, Two Thunderbolt 3 ports)",
    HUIS_KIND_COMPUTER },
  { { "{\"type\": \"mdns\", \"service\": \"_device-info._tcp\", \"name\": \"Bo\", \"txt\": "
      "{\"model\": \"iPhone99,9\"}}" },
    "Apple",
    "iPhone99,9",
    HUIS_KIND_PHONE },
};

static const IdentifyCase upnp_cases[] = {
  { { "{\"type\": \"upnp\", \"device_type\": "
      "\"urn:schemas-upnp-org:device:InternetGatewayDevice:2\", \"manufacturer\": \"Nobody "
      "Networks Inc.\", \"model_name\": \"NN-900X\"}" },
    "Nobody",
    "NN-900X",
    HUIS_KIND_ROUTER },
  { { "{\"type\": \"upnp\", \"device_type\": \"urn:schemas-upnp-org:device:MediaRenderer:1\", "
      "\"manufacturer\": \"Sonos, Inc.\", \"model_name\": \"Sonos Era 100\"}" },
    "Sonos",
    "Era 100",
    HUIS_KIND_SPEAKER },
  { { "{\"type\": \"ssdp\", \"st\": \"urn:dial-multiscreen-org:service:dial:1\"}",
      "{\"type\": \"upnp\", \"device_type\": \"urn:lge-com:device:tv:1\", \"manufacturer\": \"LG "
      "Electronics\", \"friendly_name\": \"[LG] webOS TV OLED55C17LB\"}" },
    "LG",
    "OLED55C17LB",
    HUIS_KIND_TV },
};

static const IdentifyCase names_cases[] = {
  { { "{\"type\": \"host\", \"address\": \"192.0.2.9\", \"name\": \"Galaxy-A54-van-Kim\"}" },
    "Samsung",
    NULL,
    HUIS_KIND_PHONE },
  { { "{\"type\": \"host\", \"address\": \"192.0.2.9\", \"name\": "
      "\"shellyplus1pm-a8032abcdef0\"}" },
    "Shelly",
    "plus1pm",
    HUIS_KIND_PLUG },
  { { "{\"type\": \"host\", \"address\": \"192.0.2.9\", \"name\": \"DESKTOP-4F7QXZ1\"}" },
    NULL,
    NULL,
    HUIS_KIND_COMPUTER },
};

static const IdentifyCase vendor_cases[] = {
  { { "{\"type\": \"vendor\", \"protocol\": \"kasa\", \"fields\": {\"model\": \"KL110(EU)\"}}" },
    "TP-Link",
    "KL110(EU)",
    HUIS_KIND_LIGHT },
  { { "{\"type\": \"vendor\", \"protocol\": \"miio\", \"fields\": {\"model\": "
      "\"roborock.vacuum.s5\"}}" },
    "Roborock",
    "roborock.vacuum.s5",
    HUIS_KIND_VACUUM },
};

static const IdentifyCase ports_cases[] = {
  { { "{\"type\": \"port\", \"address\": \"192.0.2.9\", \"port\": 34567, \"state\": \"open\"}" },
    "Xiongmai",
    NULL,
    HUIS_KIND_CAMERA },
};

static const IdentifyFamily families[] = {
  { "/identify/services", services_cases, G_N_ELEMENTS (services_cases) },
  { "/identify/words", words_cases, G_N_ELEMENTS (words_cases) },
  { "/identify/matter", matter_cases, G_N_ELEMENTS (matter_cases) },
  { "/identify/homekit", homekit_cases, G_N_ELEMENTS (homekit_cases) },
  { "/identify/cast", cast_cases, G_N_ELEMENTS (cast_cases) },
  { "/identify/apple", apple_cases, G_N_ELEMENTS (apple_cases) },
  { "/identify/upnp", upnp_cases, G_N_ELEMENTS (upnp_cases) },
  { "/identify/names", names_cases, G_N_ELEMENTS (names_cases) },
  { "/identify/vendor", vendor_cases, G_N_ELEMENTS (vendor_cases) },
  { "/identify/ports", ports_cases, G_N_ELEMENTS (ports_cases) },
};

int
main (int argc, char **argv)
{
  return identify_families_main (argc, argv, families, G_N_ELEMENTS (families));
}

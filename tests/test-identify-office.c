/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "test-identify-office"

/* What is asked for, and the small boxes of an office: one family of rules each, devices of our own
 * making. */

#include "identify-cases.h"

static const IdentifyCase printers_cases[] = {
  { { "{\"type\": \"mdns\", \"service\": \"_ipps._tcp\", \"name\": \"Upstairs\", \"txt\": {\"ty\": "
      "\"EPSON ET-2850 Series\", \"usb_MFG\": \"EPSON\", \"usb_MDL\": \"ET-2850 Series\"}}" },
    "Epson",
    "ET-2850",
    HUIS_KIND_PRINTER },
  { { "{\"type\": \"http\", \"port\": 80, \"server\": \"HP HTTP Server; HP OfficeJet 250 Mobile - "
      "CZ992A; Serial Number: X\"}" },
    "HP",
    "OfficeJet 250 Mobile",
    HUIS_KIND_PRINTER },
};

static const IdentifyCase wsd_cases[] = {
  { { "{\"type\": \"wsd\", \"types\": [\"wprt:PrintDeviceType\"], \"manufacturer\": \"Brother\", "
      "\"model\": \"HL-L2350DW\"}" },
    "Brother",
    "HL-L2350DW",
    HUIS_KIND_PRINTER },
};

static const IdentifyCase web_cases[] = {
  { { "{\"type\": \"http\", \"port\": 80, \"title\": \"FRITZ!Box 7530 AX\"}" },
    "AVM",
    "FRITZ!Box 7530 AX",
    HUIS_KIND_ROUTER },
  { { "{\"type\": \"http\", \"port\": 80, \"title\": \"DS920+ - Synology DiskStation\"}" },
    "Synology",
    "DS920+",
    HUIS_KIND_NAS },
  { { "{\"type\": \"tls\", \"port\": 443, \"subject\": \"CN=Vigor2865,O=DrayTek Corp.\"}" },
    "Draytek",
    "Vigor2865",
    HUIS_KIND_ROUTER },
};

static const IdentifyCase banners_cases[] = {
  { { "{\"type\": \"banner\", \"port\": 21, \"protocol\": \"ftp\", \"text\": \"MFC-J995DW FTP "
      "server ready\"}" },
    "Brother",
    "MFC-J995DW",
    HUIS_KIND_PRINTER },
  { { "{\"type\": \"rtsp\", \"port\": 554, \"status\": 401, \"server\": \"Dahua Rtsp Server\"}" },
    "Dahua",
    NULL,
    HUIS_KIND_CAMERA },
};

/* What SNMP agents call themselves, and whose number (sysObjectID) they have. */
static const IdentifyCase snmp_cases[] = {
  { { "{\"type\":\"snmp\",\"description\":\"Brother NC-8900h, Firmware Ver.1.04  ,MID "
      "8CE-D03\",\"object\":\"1.3.6.1.4.1.2435.2.3.9.1\"}" },
    "Brother",
    "NC-8900h",
    HUIS_KIND_PRINTER },
  { { "{\"type\":\"snmp\",\"object\":\"1.3.6.1.4.1.318.1.3.27\"}" },
    "APC",
    NULL,
    HUIS_KIND_ENERGY },
  { { "{\"type\":\"snmp\",\"description\":\"Linux\",\"object\":\"1.3.6.1.4.1.24681.1\"}" },
    "QNAP",
    NULL,
    HUIS_KIND_NAS },
  { { "{\"type\":\"snmp\",\"description\":\"RouterOS "
      "RB750Gr3\",\"object\":\"1.3.6.1.4.1.14988.1\"}" },
    "MikroTik",
    "RB750Gr3",
    HUIS_KIND_ROUTER },
  { { "{\"type\":\"snmp\",\"description\":\"Acme Label Printer "
      "4\",\"object\":\"1.3.6.1.4.1.99999.1\"}" },
    NULL,
    NULL,
    HUIS_KIND_PRINTER },
  { { "{\"type\":\"snmp\",\"object\":\"1.3.6.1.4.1.8072.3.2.10\"}" },
    NULL,
    NULL,
    HUIS_KIND_UNKNOWN },
};

/* The picture of a web page, by its bytes. */
static const IdentifyCase favicons_cases[] = {
  { { "{\"type\":\"http\",\"port\":80,\"favicon\":\"45210ace96ce9c893f8c27c5decab10d\"}" },
    "AVM",
    NULL,
    HUIS_KIND_ROUTER },
  { { "{\"type\":\"http\",\"port\":80,\"favicon\":\"2fd26da3d6b790a86038f440d5b37eea\"}" },
    "SiliconDust",
    "HDHomeRun",
    HUIS_KIND_MEDIA_PLAYER },
  { { "{\"type\":\"http\",\"port\":80,\"favicon\":\"00000000000000000000000000000000\"}" },
    NULL,
    NULL,
    HUIS_KIND_UNKNOWN },
};

/* Who a certificate was made for. */
static const IdentifyCase certificates_cases[] = {
  { { "{\"type\":\"tls\",\"port\":443,\"subject\":\"CN=Vigor2865,O=DrayTek Corp.\"}" },
    "Draytek",
    "Vigor2865",
    HUIS_KIND_ROUTER },
  { { "{\"type\":\"tls\",\"port\":443,\"subject\":\"CN=KMDA41F2,OU=Printer,O=KYOCERA Document "
      "Solutions Inc.\"}" },
    "Kyocera",
    NULL,
    HUIS_KIND_PRINTER },
  { { "{\"type\":\"tls\",\"port\":443,\"subject\":\"CN=Philips hue,O=Philips Hue,C=NL\"}" },
    "Philips",
    "Hue Bridge",
    HUIS_KIND_HUB },
  { { "{\"type\":\"tls\",\"port\":443,\"subject\":\"CN=localhost,O=Internet Widgits Pty "
      "Ltd,C=AU\"}" },
    NULL,
    NULL,
    HUIS_KIND_UNKNOWN },
};

/* Small boxes of an office. */
static const IdentifyCase office_cases[] = {
  { { "{\"type\":\"http\",\"port\":80,\"title\":\"APC | Log On\"}" },
    "APC",
    NULL,
    HUIS_KIND_ENERGY },
  { { "{\"type\":\"http\",\"port\":80,\"title\":\"Yealink T46S Phone\"}" },
    "Yealink",
    "T46S",
    HUIS_KIND_VOIP_PHONE },
  { { "{\"type\":\"sip\",\"port\":5060,\"user_agent\":\"snomD375/10.1.64.14\"}" },
    "Snom",
    "D375",
    HUIS_KIND_VOIP_PHONE },
  { { "{\"type\":\"http\",\"port\":80,\"realm\":\"TS-NAS login\",\"server\":\"lighttpd\"}" },
    NULL,
    NULL,
    HUIS_KIND_NAS },
  { { "{\"type\":\"http\",\"port\":80,\"title\":\"ACME Intercom\"}" },
    NULL,
    NULL,
    HUIS_KIND_DOORBELL },
};

static const IdentifyFamily families[] = {
  { "/identify/printers", printers_cases, G_N_ELEMENTS (printers_cases) },
  { "/identify/wsd", wsd_cases, G_N_ELEMENTS (wsd_cases) },
  { "/identify/web", web_cases, G_N_ELEMENTS (web_cases) },
  { "/identify/banners", banners_cases, G_N_ELEMENTS (banners_cases) },
  { "/identify/snmp", snmp_cases, G_N_ELEMENTS (snmp_cases) },
  { "/identify/favicons", favicons_cases, G_N_ELEMENTS (favicons_cases) },
  { "/identify/certificates", certificates_cases, G_N_ELEMENTS (certificates_cases) },
  { "/identify/office", office_cases, G_N_ELEMENTS (office_cases) },
};

int
main (int argc, char **argv)
{
  return identify_families_main (argc, argv, families, G_N_ELEMENTS (families));
}

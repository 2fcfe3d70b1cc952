/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-look.h"

G_BEGIN_DECLS

/* Says what a certificate claims, as a "tls" fact. Nothing of it is believed. */
void huis_tls_report (HuisLook *look,
                      const char *address,
                      guint16 port,
                      GTlsCertificate *certificate,
                      GTlsProtocolVersion version);

G_END_DECLS

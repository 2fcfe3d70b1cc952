/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "huis-device.h"
#include "huis-xml.h"

G_BEGIN_DECLS

/*
 * For which devices an element of our data is, as its attributes say. All that are given must fit:
 *
 *   maker   a name of data/identify/makers.xml, as it stands there
 *   chip    the same, of who made the network part: other brands are built around it
 *   model   a regular expression, found anywhere in the model; case does not matter
 *   kinds   ids of HuisKind
 *   named   words of the name that the person gave, "Hue|Philips Hue"; a regular expression
 *
 * A rule without a maker is for devices of which no maker is known.
 */
typedef struct _HuisDeviceRule HuisDeviceRule;

/* %NULL with a G_REGEX_ERROR or G_IO_ERROR_INVALID_DATA. @node must outlive the rule. */
HuisDeviceRule *huis_device_rule_new (const HuisXml *node, GError **error);
void huis_device_rule_free (HuisDeviceRule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HuisDeviceRule, huis_device_rule_free)

/* How well it fits: the more, the better; 0 where something does not. */
guint huis_device_rule_weigh (const HuisDeviceRule *self, HuisDevice *device);

/* Model and kind alone, where it is known already whose it is. Nothing asked for always fits. */
gboolean huis_device_rule_fits_model (const HuisDeviceRule *self, HuisDevice *device);

G_END_DECLS

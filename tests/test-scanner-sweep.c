/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-pacer.h"
#include "huis-sweep.h"

#define SECOND G_USEC_PER_SEC
#define SELF   0xc0a80114u /* 192.168.1.20 */

/* Every address once, in no order, without our own and the two that belong to the network. */
static void
test_all_once (void)
{
  g_autoptr (HuisSweep) sweep = huis_sweep_new (SELF, 24, 42, 0);
  gboolean seen[256] = { FALSE };
  guint32 address, last = 0;
  guint rising = 0;

  for (guint i = 0; i < 253; i++)
    {
      address = huis_sweep_next (sweep, 0);
      g_assert_cmphex (address >> 8, ==, 0xc0a801);
      g_assert_false (seen[address & 0xff]);
      seen[address & 0xff] = TRUE;
      rising += address > last;
      last = address;
    }
  g_assert_cmphex (huis_sweep_next (sweep, 0), ==, 0);
  g_assert_false (seen[0] || seen[255] || seen[20]);
  g_assert_cmpuint (rising, <, 200);
}

static void
test_second_round (void)
{
  g_autoptr (HuisSweep) sweep = huis_sweep_new (SELF, 29, 1, 0);
  guint32 address, first = 0;
  guint asked = 0;

  while ((address = huis_sweep_next (sweep, 0)) != 0)
    {
      if (first == 0)
        first = address;
      g_assert_true (huis_sweep_settle (sweep, address, address == first));
    }
  g_assert_false (huis_sweep_is_finished (sweep, SECOND));
  g_assert_cmphex (huis_sweep_next (sweep, SECOND), ==, 0);

  /* Only the silent ones are asked again, and their silence is no news any more. */
  while ((address = huis_sweep_next (sweep, HUIS_SWEEP_SECOND_ROUND)) != 0)
    {
      asked++;
      g_assert_cmphex (address, !=, first);
      g_assert_false (huis_sweep_settle (sweep, address, FALSE));
    }
  g_assert_cmpuint (asked, ==, huis_sweep_get_size (sweep) - 1);
  g_assert_true (huis_sweep_is_finished (sweep, HUIS_SWEEP_SECOND_ROUND));
  /* A late answer counts all the same. */
  g_assert_true (huis_sweep_settle (sweep, first + (first & 1 ? -1u : 1u), TRUE));
}

static void
test_never_more_than_the_table_holds (void)
{
  g_autoptr (HuisSweep) sweep = huis_sweep_new (0x0a000005, 16, 7, 0);
  guint asked = 0;

  g_assert_cmpuint (huis_sweep_get_size (sweep), ==, 65533);
  while (huis_sweep_next (sweep, 0) != 0)
    asked++;
  g_assert_cmpuint (asked, ==, HUIS_SWEEP_UNRESOLVED_MAX);
  /* An event that got lost blocks nothing for ever. */
  g_assert_cmphex (huis_sweep_next (sweep, 3 * SECOND), ==, 0);
  g_assert_cmphex (huis_sweep_next (sweep, 5 * SECOND), !=, 0);
}

static void
test_postpone_and_prefer (void)
{
  g_autoptr (HuisSweep) sweep = huis_sweep_new (SELF, 24, 3, 0);

  huis_sweep_prefer (sweep, 0xc0a80101);
  huis_sweep_prefer (sweep, 0xc0a80163);
  huis_sweep_prefer (sweep, 0x08080808);
  g_assert_cmphex (huis_sweep_next (sweep, 0), ==, 0xc0a80101);
  huis_sweep_postpone (sweep, 0xc0a80101);
  g_assert_cmpuint (huis_sweep_get_asked (sweep), ==, 0);
  g_assert_cmphex (huis_sweep_next (sweep, 0), ==, 0xc0a80101);
  g_assert_cmphex (huis_sweep_next (sweep, 0), ==, 0xc0a80163);
}

/* What the kernel says of other subnets, of ourselves or of what was never asked is no news. */
static void
test_strange_events (void)
{
  g_autoptr (HuisSweep) sweep = huis_sweep_new (SELF, 24, 3, 0);

  g_assert_false (huis_sweep_settle (sweep, 0x08080808, TRUE));
  g_assert_false (huis_sweep_settle (sweep, SELF, TRUE));
  g_assert_false (huis_sweep_settle (sweep, 0xc0a80102, FALSE));
  g_assert_true (huis_sweep_settle (sweep, 0xc0a80102, TRUE));
  g_assert_false (huis_sweep_settle (sweep, 0xc0a80102, TRUE));
  g_assert_false (huis_sweep_settle (sweep, 0xc0a80102, FALSE));
}

static void
test_small_subnets (void)
{
  g_autoptr (HuisSweep) pair = huis_sweep_new (0x0a000001, 31, 3, 0);
  g_autoptr (HuisSweep) alone = huis_sweep_new (0x0a000001, 32, 3, 0);

  g_assert_cmphex (huis_sweep_next (pair, 0), ==, 0x0a000000);
  g_assert_cmphex (huis_sweep_next (alone, 0), ==, 0);
}

static void
test_pace (void)
{
  HuisPacer pacer;
  guint sent = 0;

  huis_pacer_init (&pacer, 500, 0);
  for (gint64 now = 0; now <= SECOND; now += 4000)
    sent += huis_pacer_take (&pacer, now, G_MAXUINT);
  g_assert_cmpuint (sent, >=, 499);
  g_assert_cmpuint (sent, <=, 502);

  /* After a minute of silence there is no flood. */
  g_assert_cmpuint (huis_pacer_take (&pacer, 61 * SECOND, G_MAXUINT), <=, 52);

  huis_pacer_init (&pacer, 100, 0);
  g_assert_cmpuint (huis_pacer_take (&pacer, 0, 50), ==, 1);
  huis_pacer_return (&pacer, 1);
  g_assert_cmpuint (huis_pacer_take (&pacer, 0, 50), ==, 1);
}

/* A small network in one go, and the ordinary pace after it. */
static void
test_burst (void)
{
  HuisPacer pacer;
  guint sent = 0;
  gint64 now;

  huis_pacer_init (&pacer, 500, 0);
  huis_pacer_allow_burst (&pacer, 253);
  for (now = 0; now <= SECOND / 10; now += 4000)
    sent += huis_pacer_take (&pacer, now, 64);
  g_assert_cmpuint (sent, >=, 253);
  for (; now <= SECOND; now += 4000)
    sent += huis_pacer_take (&pacer, now, 64);
  g_assert_cmpuint (sent, <=, 253 + 500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sweep/all-once", test_all_once);
  g_test_add_func ("/sweep/second-round", test_second_round);
  g_test_add_func ("/sweep/table", test_never_more_than_the_table_holds);
  g_test_add_func ("/sweep/postpone-and-prefer", test_postpone_and_prefer);
  g_test_add_func ("/sweep/strange-events", test_strange_events);
  g_test_add_func ("/sweep/small-subnets", test_small_subnets);
  g_test_add_func ("/sweep/pace", test_pace);
  g_test_add_func ("/sweep/burst", test_burst);

  return g_test_run ();
}

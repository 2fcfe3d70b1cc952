/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "huis-paper-private.h"

#define PAGE 100

/* A group of strips of these heights, without white between them. */
static HuisPaperGroup *
add_group (GPtrArray *groups, guint room, guint n, double height)
{
  HuisPaperGroup *group = huis_paper_group_new ();

  for (guint i = 0; i < n; i++)
    {
      HuisStrip *strip = huis_strip_new (0);

      huis_strip_grow (strip, height);
      huis_paper_group_take (group, strip);
    }
  group->room = room;
  g_ptr_array_add (groups, group);

  return group;
}

static GPtrArray *
new_groups (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) huis_paper_group_free);
}

/* The page on which @group begins. */
static guint
find_page (GArray *placed, const HuisPaperGroup *group)
{
  for (guint i = 0; i < placed->len; i++)
    {
      const HuisPlaced *one = &g_array_index (placed, HuisPlaced, i);

      if (one->strip == g_ptr_array_index (group->strips, 0))
        return one->page;
    }

  g_assert_not_reached ();
}

static void
test_whole (void)
{
  g_autoptr (GPtrArray) groups = new_groups ();
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (HuisPlaced));
  const HuisPaperGroup *second, *third;

  add_group (groups, 0, 3, 20);
  second = add_group (groups, 0, 3, 20);
  third = add_group (groups, 0, 12, 10);

  /* The second fits on a page and so is not cut; the third fits on none. */
  g_assert_cmpuint (huis_paper_place (groups, PAGE, 1, placed), ==, 3);
  g_assert_cmpuint (find_page (placed, second), ==, 1);
  g_assert_cmpuint (find_page (placed, third), ==, 1);
}

static void
test_divisible (void)
{
  g_autoptr (GPtrArray) groups = new_groups ();
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (HuisPlaced));
  HuisPaperGroup *group;
  HuisStrip *last;

  add_group (groups, 0, 3, 20);
  group = add_group (groups, 0, 4, 15);
  group->divisible = TRUE;
  group->continued = huis_strip_new (0);
  last = g_ptr_array_index (group->strips, 3);

  /* It begins where the page has room, and what goes on is told. */
  g_assert_cmpuint (huis_paper_place (groups, PAGE, 1, placed), ==, 2);
  g_assert_cmpuint (find_page (placed, group), ==, 0);
  g_assert_true (g_array_index (placed, HuisPlaced, 5).strip == group->continued);

  /* Not where what must stay together has none. */
  for (guint i = 0; i < 2; i++)
    ((HuisStrip *) g_ptr_array_index (group->strips, i))->keep_next = TRUE;
  g_array_set_size (placed, 0);
  huis_paper_place (groups, PAGE, 1, placed);
  g_assert_cmpuint (find_page (placed, group), ==, 1);
  g_assert_true (g_array_index (placed, HuisPlaced, placed->len - 1).strip == last);
}

static void
test_heading (void)
{
  g_autoptr (GPtrArray) groups = new_groups ();
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (HuisPlaced));
  HuisPaperGroup *heading;

  add_group (groups, 0, 1, 80);
  heading = add_group (groups, 0, 1, 10);
  heading->keep_next = TRUE;
  add_group (groups, 1, 1, 40);

  /* Never alone at the foot of a page. */
  huis_paper_place (groups, PAGE, 1, placed);
  g_assert_cmpuint (find_page (placed, heading), ==, 1);
}

static void
test_filled (void)
{
  g_autoptr (GPtrArray) groups = new_groups ();
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (HuisPlaced));
  const HuisPaperGroup *large, *small, *other;
  HuisPaperGroup *heading;

  add_group (groups, 0, 1, 50);
  heading = add_group (groups, 0, 1, 10);
  heading->keep_next = TRUE;
  large = add_group (groups, 1, 1, 90);
  small = add_group (groups, 1, 1, 30);
  other = add_group (groups, 2, 1, 10);

  /* The small one takes the room that the large one leaves, below their heading; what stands in
   * another room waits. */
  g_assert_cmpuint (huis_paper_place (groups, PAGE, 1, placed), ==, 2);
  g_assert_cmpuint (find_page (placed, heading), ==, 0);
  g_assert_cmpuint (find_page (placed, small), ==, 0);
  g_assert_cmpuint (find_page (placed, large), ==, 1);
  g_assert_cmpuint (find_page (placed, other), ==, 1);
  g_assert_true (g_ptr_array_index (groups, 1) == heading);
}

static void
test_air (void)
{
  g_autoptr (GPtrArray) groups = new_groups ();
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (HuisPlaced));
  HuisPaperGroup *group = add_group (groups, 0, 2, 45);
  HuisStrip *second = g_ptr_array_index (group->strips, 1);

  second->gap = 12;
  second->gap_least = 5;
  g_assert_cmpfloat (huis_paper_group_get_height (group, 1), ==, 102);
  g_assert_cmpfloat (huis_paper_group_get_height (group, 0.5), ==, 96);
  g_assert_cmpfloat (huis_paper_group_get_height (group, 0.1), ==, 95);
  g_assert_cmpuint (huis_paper_place (groups, PAGE, 1, NULL), ==, 2);
  g_assert_cmpuint (huis_paper_place (groups, PAGE, 0.5, placed), ==, 1);
  g_assert_cmpfloat (g_array_index (placed, HuisPlaced, 1).y, ==, 51);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper-place/whole", test_whole);
  g_test_add_func ("/paper-place/divisible", test_divisible);
  g_test_add_func ("/paper-place/heading", test_heading);
  g_test_add_func ("/paper-place/filled", test_filled);
  g_test_add_func ("/paper-place/air", test_air);

  return g_test_run ();
}

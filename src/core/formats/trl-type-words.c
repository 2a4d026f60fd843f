/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of partner types and roles as people write them. */

#include "config.h"

#include "formats/trl-type-words.h"

#include "formats/trl-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *id;
  const char *names; /* separated by | */
} Names;

static const Names type_names[] = {
  { "k12",
    "K-12 Schools|K12|School|Charter Schools|Public Schools|Host Schools|Escuelas K-12|"
    "Escuelas|Colegios" },
  { "district", "School Districts|District|LEA|Distritos escolares|Distrito" },
  { "highered",
    "Higher Education Institutions|Higher Education|Higher Ed|University|College|"
    "Colleges and Universities|Universities and Colleges|Postsecondary|"
    "Instituciones de educación superior|Educación superior|Universidades" },
  { "ost", "Out-of-School Programs|Out-of-School Time|Out-of-School Time Programs|OST|"
           "After-School Programs|Afterschool|Programas extraescolares|Extraescolares" },
  { "intermediary",
    "Learning Intermediaries|Intermediary|Learning Intermediary Organizations|"
    "Intermediarios de aprendizaje|Intermediarios" },
  { "edtech",
    "Education Technology Providers|Ed Tech|Educational Technology|Education Technology|"
    "Ed Tech Providers|Proveedores de tecnología educativa|Tecnología educativa" },
  { "research",
    "Research and Evaluation Partners|Research and Evaluation|Research Partners|"
    "Evaluation Partners|Researchers|Evaluators|"
    "Socios de investigación y evaluación|Investigación y evaluación" },
  { "cbo", "Community-Based Organizations|CBO|Community Organizations|Nonprofits|"
           "Nonprofit Organizations|Community-Based Organizations (CBOs)|"
           "Organizaciones comunitarias" },
  { "faith",
    "Faith-Based Organizations|Faith Organizations|Faith|Religious Organizations|"
    "Churches|Organizaciones religiosas" },
  { "culture",
    "Cultural and Recreation Centers|Cultural Centers|Recreation Centers|"
    "Museums and Libraries|Museums|Libraries|Parks and Recreation|"
    "Arts Organizations|Cultural Organizations|Arts and Culture|Culture and Recreation|"
    "Centros culturales y recreativos|Centros culturales" },
  { "food", "Food Agencies|Food Banks|Food Pantries|Food Organizations|"
            "Organizaciones de alimentos|Bancos de alimentos" },
  { "public", "Public Agencies|Government Agencies|Local Government|City Agencies|"
              "Agencias públicas|Organismos públicos" },
  { "health", "Healthcare Providers|Health Care Providers|Healthcare|Health Care|"
              "Health Providers|Hospitals|Clinics|Proveedores de salud|"
              "Proveedores de atención médica|Salud" },
  { "transport",
    "Transportation Agencies|Transportation|Transit Agencies|Transport Agencies|Transit|"
    "Agencias de transporte|Transporte" },
  { "workforce",
    "Workforce and Economic Development Agencies|Workforce Development|Workforce|"
    "Economic Development|Workforce Agencies|Chambers of Commerce|"
    "Agencias de empleo y desarrollo económico|Desarrollo económico" },
  { "business",
    "Local Businesses|Business|Industry|Employers|Companies|"
    "Businesses and Industry|Business and Industry|Empresas locales|Empresas|Negocios" },
  { "funder", "Philanthropy and Funders|Funders|Philanthropy|Foundations|Philanthropies|"
              "Philanthropic Organizations|Filantropía y financiadores|Fundaciones|"
              "Financiadores" },
  { "media", "Media and Communication Organizations|Media|Media Organizations|"
             "Communication Organizations|Media and Communications|"
             "Medios y organizaciones de comunicación|Medios de comunicación|Medios" },
};

static const Names role_names[] = {
  { "funder", "Funder|Funders|Financiador" },
  { "lead-entrepreneur", "Lead Entrepreneur|Emprendedor principal" },
  { "talent-scout", "Talent Scout|Buscador de talento" },
  { "professional-learning",
    "Next-Gen Professional Learning Provider|Professional Learning Provider|"
    "Professional Learning|Professional Development Provider" },
  { "school-incubator", "School Incubator|Incubator|Incubador de escuelas" },
  { "policy-shaper", "Policy Shaper|Policy" },
  { "ecosystem-builder", "Ecosystem Builder|Constructor del ecosistema" },
};

static gboolean
is_among (const char *names, const char *key)
{
  g_auto (GStrv) list = g_strsplit (names, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *name = trl_fold_name (list[i]);
      if (strcmp (name, key) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
folds_to (const char *name, const char *key)
{
  g_autofree char *folded = trl_fold_name (name);
  return strcmp (folded, key) == 0;
}

static const char *
find_among (const Names *table, guint n, const char *key)
{
  for (guint i = 0; i < n; i++)
    if (is_among (table[i].names, key))
      return table[i].id;
  return NULL;
}

const TrlPartnerType *
trl_type_words_find (const TrlVocabulary *vocabulary, const char *word)
{
  g_autofree char *key = trl_fold_name (word);

  if (key[0] == '\0')
    return NULL;
  for (guint i = 0; i < vocabulary->types->len; i++)
    {
      const TrlPartnerType *type = vocabulary->types->pdata[i];
      if (folds_to (type->name, key) || folds_to (type->id, key))
        return type;
    }
  const char           *id = find_among (type_names, G_N_ELEMENTS (type_names), key);
  const TrlPartnerType *type =
    id != NULL ? trl_vocabulary_find_type (vocabulary, id) : NULL;
  return type != NULL && strcmp (type->origin ? type->origin : "", "file") != 0 ? type
                                                                                : NULL;
}

GHashTable *
trl_type_words_index (const TrlVocabulary *vocabulary)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < G_N_ELEMENTS (type_names); i++)
    {
      g_auto (GStrv) names = g_strsplit (type_names[i].names, "|", -1);
      if (trl_vocabulary_find_type (vocabulary, type_names[i].id) == NULL)
        continue;
      for (guint k = 0; names[k] != NULL; k++)
        g_hash_table_insert (index, trl_fold_name (names[k]),
                             g_strdup (type_names[i].id));
    }
  for (guint i = 0; i < vocabulary->types->len; i++)
    {
      const TrlPartnerType *type = vocabulary->types->pdata[i];
      g_hash_table_insert (index, trl_fold_name (type->name), g_strdup (type->id));
      g_hash_table_insert (index, trl_fold_name (type->id), g_strdup (type->id));
    }
  return index;
}

const TrlRole *
trl_type_words_find_role (const TrlVocabulary *vocabulary, const char *word)
{
  g_autofree char *key = trl_fold_name (word);

  if (key[0] == '\0')
    return NULL;
  for (guint i = 0; i < vocabulary->roles->len; i++)
    {
      const TrlRole *role = vocabulary->roles->pdata[i];
      if (folds_to (role->name, key) || folds_to (role->id, key))
        return role;
    }
  const char *id = find_among (role_names, G_N_ELEMENTS (role_names), key);
  return id != NULL ? trl_vocabulary_find_role (vocabulary, id) : NULL;
}

static gboolean
is_letter_used (const TrlVocabulary *vocabulary, const char *letter)
{
  for (guint i = 0; i < vocabulary->types->len; i++)
    if (g_strcmp0 (((TrlPartnerType *) vocabulary->types->pdata[i])->letter, letter) == 0)
      return TRUE;
  return FALSE;
}

/* The first letter of the name that no other type has, else of the alphabet. */
static void
choose_letter (const TrlVocabulary *vocabulary, const char *name, char letter[8])
{
  g_autofree char *upper = g_utf8_strup (name, -1);

  for (const char *p = upper; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      letter[g_unichar_to_utf8 (c, letter)] = '\0';
      if (g_unichar_isalnum (c) && !is_letter_used (vocabulary, letter))
        return;
    }
  for (char c = 'A'; c <= 'Z'; c++)
    {
      letter[0] = c;
      letter[1] = '\0';
      if (!is_letter_used (vocabulary, letter))
        return;
    }
  g_strlcpy (letter, "•", 8);
}

static char *
free_id (const TrlVocabulary *vocabulary, const char *name)
{
  g_autofree char *slug = trl_slug (name);
  char            *id = g_strdup (slug);

  for (guint i = 2; trl_vocabulary_find_type (vocabulary, id) != NULL; i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", slug, i);
    }
  return id;
}

const TrlPartnerType *
trl_type_words_add (TrlVocabulary *vocabulary, const char *word)
{
  static const char *const shapes[] = { "circle",  "square",   "diamond",
                                        "hexagon", "triangle", "pentagon" };
  guint                    n = vocabulary->types->len;
  char                     letter[8];

  gboolean         among_default = trl_vocabulary_find_type (vocabulary, "cbo") != NULL;
  const char      *shape = among_default ? "triangle" : shapes[n % G_N_ELEMENTS (shapes)];
  const char      *family = among_default ? _ ("Other") : word;
  g_autofree char *id = free_id (vocabulary, word);
  choose_letter (vocabulary, word, letter);
  TrlPartnerType *type = trl_partner_type_new (id, word, family, shape, letter, "file");
  g_ptr_array_add (vocabulary->types, type);
  return type;
}

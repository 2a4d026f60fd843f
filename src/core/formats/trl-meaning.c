/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words that people put over columns.  A header is looked up whole; only long phrases
 * are also looked for inside one, and then the content has to agree (trl-source.c). */

#include "config.h"

#include "formats/trl-meaning.h"

#include "formats/trl-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SURE 0.95
#define INSIDE 0.75
#define LONGEST 100 /* what is longer, folded, is no header */

typedef struct
{
  const char *id;
  const char *label;
  const char *words;  /* folded, separated by spaces */
  const char *inside; /* folded phrases that may be part of a longer header */
} Row;

static const Row rows[TRL_N_MEANINGS] = {
  [TRL_MEANING_FIELD] = { "field", N_ ("A field of its own"), "", "" },
  [TRL_MEANING_IGNORE] = { "ignore", N_ ("Leave out"),
                           "howtoanswer instructions instrucciones comoresponder "
                           "responseid respondentid",
                           "" },
  [TRL_MEANING_SITE] = { "site", N_ ("Site"),
                         "site sites sitename ecosystem ecosystemname community "
                         "communityname network networkname ego sitio comunidad "
                         "ecosistema red nombredelsitio",
                         "nameofyoursite nameofyourecosystem" },
  [TRL_MEANING_WAVE] = { "wave", N_ ("Wave"),
                         "wave round surveyyear surveyround ola ronda oleada", "" },
  [TRL_MEANING_TYPE] = { "partner-type", N_ ("Partner type"),
                         "partnertype type typeofpartner partnertypename partnercategory "
                         "category sector "
                         "block organizationtype organisationtype orgtype nodetype "
                         "elementtype segment "
                         "agencytype partnertypes organizationcategory "
                         "kindoforganization tipo tipodesocio tipodealiado categoria "
                         "tipodeorganizacion "
                         "tipodealianza",
                         "partnertype typeoforganization typeofpartner organizationtype "
                         "tipodesocio" },
  [TRL_MEANING_PARTNER] = { "partner", N_ ("Partner"),
                            "partner partnername partnerorganization partnerorganisation "
                            "partneragency "
                            "nameofpartner company name label organization organisation "
                            "organizationname "
                            "organisationname nameoforganization org orgname agency "
                            "agencyname institution "
                            "vertexname vertexnames nodename node vertex "
                            "primaryorganization nodelabel "
                            "socio aliado nombre organizacion nombredelaorganizacion "
                            "nombredelsocio entidad "
                            "institucion etiqueta",
                            "nameoforganization organizationname partnername "
                            "nombredelaorganizacion" },
  [TRL_MEANING_ID] = { "id", N_ ("Identifier"), "id key code nodeid identificador", "" },
  [TRL_MEANING_COUNT] = { "partners", N_ ("Number of partners"),
                          "partners numberofpartners partnercount count npartners "
                          "organizations "
                          "organisations numberoforganizations noofpartners howmany "
                          "howmanypartners number "
                          "quantity socios numerodesocios cantidad aliados "
                          "numerodealiados",
                          "numberofpartners howmanypartners numberoforganizations "
                          "numerodesocios" },
  [TRL_MEANING_LEVEL] = { "level", N_ ("Level of interaction"),
                          "level depth strength collaborate collaboration interaction "
                          "interactionlevel "
                          "levelofinteraction levelofcollaboration collaborationlevel "
                          "intensity rating "
                          "partnershiplevel relationshiplevel levelofpartnership "
                          "partnershipdepth "
                          "depthofpartnership relationshipstrength "
                          "strengthofrelationship nivel profundidad "
                          "niveldeinteraccion "
                          "niveldecolaboracion intensidad weight peso fuerza",
                          "levelofinteraction levelofcollaboration interactionlevel "
                          "collaborationlevel "
                          "niveldeinteraccion" },
  [TRL_MEANING_LEVEL_LABEL] = { "level-label", N_ ("Name of the level"),
                                "levellabel levelname depthlabel depthname "
                                "strengthlabel nombredelnivel etiquetadelnivel",
                                "" },
  [TRL_MEANING_INTENDED] = { "intended", N_ ("Intended level"),
                             "intended intendedlevel targetlevel goallevel desiredlevel "
                             "nivelprevisto niveldeseado",
                             "" },
  [TRL_MEANING_BACK] = { "back", N_ ("Level that the partner reports"),
                         "back levelback partnerslevel levelreportedbypartner", "" },
  [TRL_MEANING_MISSING] = { "missing", N_ ("Why there is no level"),
                            "missing missingreason whymissing", "" },
  [TRL_MEANING_PRESENCE] = { "presence", N_ ("Engaged or not"),
                             "presence present engaged presencia", "" },
  [TRL_MEANING_PLANNED] = { "planned", N_ ("Planned"), "planned plan planeado previsto",
                            "" },
  [TRL_MEANING_KIND] = { "kind", N_ ("Kind of partnership"),
                         "kind kindofpartnership relation relationship relationshiptype "
                         "tietype edgetype "
                         "connectiontype partnershiptype clase relacion tipoderelacion "
                         "tipodevinculo",
                         "kindofpartnership" },
  [TRL_MEANING_SINCE] = { "since", N_ ("Since"),
                          "since start startdate started begin begins beginning desde "
                          "inicio fechadeinicio",
                          "" },
  [TRL_MEANING_UNTIL] = { "until", N_ ("Until"),
                          "until end enddate ended hasta fin fechadefin", "" },
  [TRL_MEANING_NOTE] = { "note", N_ ("Note"),
                         "note notes comment comments description remarks nota notas "
                         "comentario comentarios descripcion observaciones",
                         "" },
  [TRL_MEANING_TIE_NOTE] = { "tie-note", N_ ("Note on the partnership"),
                             "partnershipnote tienote notadelaalianza", "" },
  [TRL_MEANING_SOURCE] = { "source", N_ ("Source"),
                           "source reference citation fuente referencia", "" },
  [TRL_MEANING_ROLES] = { "roles", N_ ("Roles"), "role roles rol papel papeles", "" },
  [TRL_MEANING_FROM] = { "from", N_ ("From"),
                         "from fromname fromid origin sender ego1 vertex1 node1 partner1 "
                         "partnera organization1 organizationa origen emisor",
                         "" },
  [TRL_MEANING_TO] = { "to", N_ ("To"),
                       "to toname toid target destination receiver alter vertex2 node2 "
                       "partner2 partnerb organization2 organizationb destino hacia "
                       "receptor",
                       "" },
  [TRL_MEANING_DIRECTION] = { "direction", N_ ("Direction"),
                              "direction directed direccion dirigido", "" },
  [TRL_MEANING_HUB] = { "hub", N_ ("Hub"),
                        "hub hubname hubsite huborganization convener backbone "
                        "leadorganization backboneorganization intermediary convocante "
                        "organizacionlider nodocentral",
                        "" },
  [TRL_MEANING_HUB_FLAG] = { "is-hub", N_ ("Is the hub"),
                             "ishub leadagency lead isconvener islead isleadagency "
                             "agencialider eslider",
                             "" },
  [TRL_MEANING_RESPONSIBILITY] = { "responsibility", N_ ("Shared responsibility"),
                                   "responsibility sharedresponsibility "
                                   "levelofsharedresponsibility responsabilidad "
                                   "responsabilidadcompartida",
                                   "sharedresponsibility responsabilidadcompartida" },
  [TRL_MEANING_PLACE] = { "place", N_ ("Place"),
                          "place location lugar localidad ubicacion", "" },
  [TRL_MEANING_CITY] = { "city", N_ ("City"), "city town ciudad municipio", "" },
  [TRL_MEANING_STATE] = { "state", N_ ("State"), "state province region estado provincia",
                          "" },
  [TRL_MEANING_LATITUDE] = { "latitude", N_ ("Latitude"), "latitude lat latitud", "" },
  [TRL_MEANING_LONGITUDE] = { "longitude", N_ ("Longitude"),
                              "longitude lon lng long longitud", "" },
  [TRL_MEANING_STAGE] = { "stage", N_ ("Stage"), "stage etapa fase", "" },
  [TRL_MEANING_ECOSYSTEM] = { "ecosystem-type", N_ ("Type of ecosystem"),
                              "ecosystemtype typeofecosystem tipodeecosistema", "" },
  [TRL_MEANING_PROPERTY] = { "property", N_ ("Property of the document"),
                             "property propiedad", "" },
  [TRL_MEANING_VALUE] = { "value", N_ ("Value of the property"), "value valor", "" },
};

int
trl_meaning_find (const char *id)
{
  for (int i = 0; i < TRL_N_MEANINGS; i++)
    if (strcmp (rows[i].id, id) == 0)
      return i;
  return -1;
}

const char *
trl_meaning_get_id (TrlMeaning meaning)
{
  g_return_val_if_fail (meaning < TRL_N_MEANINGS, NULL);
  return rows[meaning].id;
}

const char *
trl_meaning_get_label (TrlMeaning meaning)
{
  g_return_val_if_fail (meaning < TRL_N_MEANINGS, NULL);
  return _ (rows[meaning].label);
}

static gboolean
has_word (const char *words, const char *key)
{
  gsize n = strlen (key);

  for (const char *p = words; (p = strstr (p, key)) != NULL; p++)
    if ((p == words || p[-1] == ' ') && (p[n] == ' ' || p[n] == '\0'))
      return TRUE;
  return FALSE;
}

static gboolean
contains_phrase (const char *phrases, const char *key)
{
  g_auto (GStrv) list = g_strsplit (phrases, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (list[i][0] != '\0' && strstr (key, list[i]) != NULL)
      return TRUE;
  return FALSE;
}

TrlMeaning
trl_meaning_of_header (const char *header, double *certainty)
{
  g_autofree char *key = trl_fold (header);

  *certainty = 0;
  if (key[0] == '\0' || strlen (key) > LONGEST)
    return TRL_MEANING_FIELD;
  *certainty = SURE;
  for (int i = TRL_MEANING_IGNORE; i < TRL_N_MEANINGS; i++)
    if (has_word (rows[i].words, key))
      return (TrlMeaning) i;
  *certainty = INSIDE;
  for (int i = TRL_MEANING_IGNORE; i < TRL_N_MEANINGS; i++)
    if (contains_phrase (rows[i].inside, key))
      return (TrlMeaning) i;
  *certainty = 0;
  return TRL_MEANING_FIELD;
}

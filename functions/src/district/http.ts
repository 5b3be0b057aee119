import * as routes from '@gongyi/shared/district/contract';
import { on, openTo } from '../platform/router';
import type { Bound } from '../platform/router';
import { addOrganisation } from './add-organisation';
import { addPlace } from './add-place';
import { addPlaces } from './add-places';
import { changeOrganisation } from './change-organisation';
import { changePlace } from './change-place';
import { getPlace } from './get-place';
import { listCodes } from './list-codes';
import { listOrganisations } from './list-organisations';
import { listPlacesBelow } from './list-places-below';
import { listStaff } from './list-staff';
import { makeCode } from './make-code';
import { readCode } from './read-code';
import { searchCompounds } from './search-compounds';

export const districtRoutes: readonly Bound[] = [
  openTo(routes.getPlace, getPlace),
  openTo(routes.listPlacesBelow, listPlacesBelow),
  openTo(routes.searchCompounds, searchCompounds),
  on(routes.addPlace, addPlace),
  on(routes.addPlaces, addPlaces),
  on(routes.changePlace, changePlace),
  on(routes.addOrganisation, addOrganisation),
  on(routes.changeOrganisation, changeOrganisation),
  openTo(routes.listOrganisations, listOrganisations),
  on(routes.listStaff, listStaff),
  on(routes.makeCode, makeCode),
  on(routes.listCodes, listCodes),
  openTo(routes.readCode, readCode),
];
